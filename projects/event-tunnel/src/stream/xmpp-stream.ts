import type { Clock } from '../clock';
import type { EventFrame } from './read-event-frame';

/**
 * The road between the page and one XMPP server; WebSocket and BOSH are its two adapters. Making one connects and opens the
 * first stream.
 *
 * An adapter parses, frames and repeats; it knows nothing of SASL, sessions or pubsub.
 */
export interface XmppStream {
  /** Opens the stream anew after SASL, RFC 6120 §6.4.6. */
  restart(): void;
  /** Sends one stanza; the order of calls is the order on the wire. */
  send(stanza: string): void;
  /** Says goodbye once everything sent so far is out; works while the page unloads. The listener hears no more. */
  close(): void;
}

/** Where to, and with what. */
export interface XmppStreamOptions {
  readonly url: string;
  readonly domain: string;
  readonly clock: Clock;
}

/** Who hears what a stream brings. */
export interface XmppStreamListener {
  /** Each top-level element below the framing: stream features, SASL, stanzas, a stream error. In order. */
  stanza(element: Element): void;
  /** A stanza that carries an event, where the stream could read it without a DOM. */
  event(event: EventFrame): void;
  /** Something could not be used and was dropped; the stream goes on. Holds nothing of what was dropped. */
  dropped(why: string): void;
  /** The stream is gone; heard once, and not after `close()`. */
  closed(why: string): void;
}
