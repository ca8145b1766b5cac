import { Injectable } from '@angular/core';
import { Subject } from 'rxjs';
import { type Diagnostic, TunnelTransport } from 'finesse-tunnel';
import {
  encodeEventBody,
  encodePresenceBody,
  encodeSubscriptionReply,
  type TunnelMessage,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';

/**
 * A tunnel page that does what a test says, in the protocol's own verbs.
 *
 * It answers nothing by itself. What it says while no page is open is lost, as with a real one.
 *
 * @example
 * ```ts
 * page.reportLoaded();
 * page.reportConnected();
 * page.acceptSubscription('/finesse/api/Team/1/Users');
 * page.publish('/finesse/api/Team/1/Users', '<Update>…</Update>');
 * ```
 */
@Injectable()
export class FakeTunnelTransport extends TunnelTransport {
  override readonly messages$ = new Subject<TunnelMessage>();
  override readonly diagnostics$ = new Subject<Diagnostic>();

  /** The address of the page that is open. */
  url: string | undefined;
  /** How often a page was opened. */
  timesOpened = 0;
  /** Everything that was said to the page, the oldest first. Holds secrets: those of the test. */
  readonly sent: TunnelMessage[] = [];

  override open(url: string): void {
    this.url = new URL(url).href;
    this.timesOpened += 1;
  }

  override send(message: TunnelMessage): void {
    if (this.url !== undefined) {
      this.sent.push(message);
    }
  }

  override close(): void {
    this.url = undefined;
  }

  /** What was said to the page with one type, as bodies. */
  sentBodies(type: TunnelMessageType): readonly string[] {
    return this.sent.filter((message) => message.type === type).map(({ body }) => body);
  }

  /** Says anything at all. */
  say(type: TunnelMessageType, body: string): void {
    if (this.url !== undefined) {
      this.messages$.next({ type, body });
    }
  }

  /** The page is ready for credentials. */
  reportLoaded(): void {
    this.reportStatus('loaded');
  }

  /** The session stands; resource, status and presence come in the order of a real page. */
  reportConnected(resource = 'fake-resource'): void {
    this.say(TunnelMessageType.ResourceId, resource);
    this.reportStatus('connected');
    this.reportPresence('finesse@finesse.example.test/app');
  }

  /** Any status word, known or not. */
  reportStatus(word: string): void {
    this.say(TunnelMessageType.Status, word);
  }

  /** A presence stanza. */
  reportPresence(from: string, type = 'available'): void {
    this.say(TunnelMessageType.Presence, encodePresenceBody({ from, type }));
  }

  /** The node is subscribed. */
  acceptSubscription(node: string): void {
    this.say(TunnelMessageType.Subscribe, encodeSubscriptionReply({ node }));
  }

  /** The node is not subscribed, with the server's reason if it gave one. */
  refuseSubscription(node: string, error = '<ApiErrors/>'): void {
    this.say(TunnelMessageType.Subscribe, encodeSubscriptionReply({ node, error }));
  }

  /** The node is not subscribed any more. */
  acceptUnsubscription(node: string): void {
    this.say(TunnelMessageType.Unsubscribe, encodeSubscriptionReply({ node }));
  }

  /** Something was published. */
  publish(node: string, xml: string): void {
    this.say(TunnelMessageType.Event, encodeEventBody({ node, xml }));
  }
}
