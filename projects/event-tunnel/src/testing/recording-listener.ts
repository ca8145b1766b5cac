import type { EventFrame } from '../stream/read-event-frame';
import type { XmppStreamListener } from '../stream/xmpp-stream';

/** Writes down what a stream tells. */
export class RecordingListener implements XmppStreamListener {
  readonly stanzas: Element[] = [];
  readonly events: EventFrame[] = [];
  readonly drops: string[] = [];
  readonly ends: string[] = [];

  /** The names of the elements, in order. */
  get names(): string[] {
    return this.stanzas.map(({ localName }) => localName);
  }

  event(event: EventFrame): void {
    this.events.push(event);
  }

  stanza(element: Element): void {
    this.stanzas.push(element);
  }

  dropped(why: string): void {
    this.drops.push(why);
  }

  closed(why: string): void {
    this.ends.push(why);
  }
}
