import { Injectable } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import type { Diagnostic } from '../model/diagnostic';
import type { Notification } from '../model/notification';

/**
 * Hands out what was read, the moment it was read: not behind the frame that the store waits for.
 *
 * A lookup by node instead of a filter per watcher, so that a thousand watchers cost one notification no more than one.
 */
@Injectable()
export class TunnelInbox {
  readonly #notifications = new Subject<Notification>();
  readonly #diagnostics = new Subject<Diagnostic>();
  readonly #byNode = new Map<string, Subject<Notification>>();

  /** Every notification, in order. */
  readonly notifications$: Observable<Notification> = this.#notifications.asObservable();

  /** What was refused, or not understood. */
  readonly diagnostics$: Observable<Diagnostic> = this.#diagnostics.asObservable();

  /** The notifications of one node. The node of all media of an agent includes each single one. */
  ofNode(node: string): Observable<Notification> {
    let subject = this.#byNode.get(node);
    if (subject === undefined) {
      subject = new Subject<Notification>();
      this.#byNode.set(node, subject);
    }
    return subject;
  }

  /** Lets go of a node nobody listens to. */
  release(node: string): void {
    if (this.#byNode.get(node)?.observed === false) {
      this.#byNode.delete(node);
    }
  }

  publish(notification: Notification): void {
    this.#notifications.next(notification);
    this.#byNode.get(notification.node)?.next(notification);
    const allMedia = ALL_MEDIA.exec(notification.node)?.[1];
    if (allMedia !== undefined) {
      this.#byNode.get(allMedia)?.next(notification);
    }
  }

  report(diagnostic: Diagnostic): void {
    this.#diagnostics.next(diagnostic);
  }
}

// Releases differ in whether the node names the media routing domain.
const ALL_MEDIA = /^(.+\/User\/[^/]+\/Media)\/[^/]+$/;
