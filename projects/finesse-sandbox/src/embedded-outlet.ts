import type { Outgoing } from './faults/notification-faults';
import type { NotificationOutlet } from './notification-outlet';
import type { NotificationService } from './xmpp/notification-service';

/** The sandbox's own notification service. */
export class EmbeddedOutlet implements NotificationOutlet {
  constructor(private readonly service: NotificationService) {}

  hasReaders(node: string): boolean {
    return this.service.pubsub.hasReaders(node);
  }

  addNode(node: string): void {
    this.service.pubsub.addNode(node);
  }

  publish({ node, payload, isStanzaBroken }: Outgoing): void {
    this.service.pubsub.publish(node, payload, isStanzaBroken);
  }

  setPublisherHere(isHere: boolean): void {
    this.service.setPublisherHere(isHere);
  }
}
