import type { Outgoing } from './faults/notification-faults';

/** Where a node's notifications go: the embedded service, or servers that run elsewhere. */
export interface NotificationOutlet {
  /** Whether a notification on this node would reach anybody now, as far as one can know. */
  hasReaders(node: string): boolean;
  /** Lets anybody subscribe to a node the contact centre does not know. */
  addNode(node: string): void;
  publish(outgoing: Outgoing): void;
  /** The publisher's presence comes or goes. */
  setPublisherHere(isHere: boolean): void;
}
