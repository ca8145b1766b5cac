import type { Outgoing } from '../faults/notification-faults';
import type { NotificationOutlet } from '../notification-outlet';
import type { ExternalService } from './external-service';

/** Servers that run elsewhere; each gets every notification. */
export class ExternalOutlet implements NotificationOutlet {
  constructor(private readonly services: readonly ExternalService[]) {}

  /** Only the server knows. */
  hasReaders(): boolean {
    return true;
  }

  /** A node is made with the first notification on it. */
  addNode(): void {
    return;
  }

  publish({ node, payload }: Outgoing): void {
    for (const service of this.services) {
      service.publish(node, payload);
    }
  }

  setPublisherHere(isHere: boolean): void {
    for (const service of this.services) {
      service.setPublisherHere(isHere);
    }
  }
}
