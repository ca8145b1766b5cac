import type { XmppStreamListener } from '../stream/xmpp-stream';

/** Writes down what a stream tells. */
export class RecordingListener implements XmppStreamListener {
  readonly stanzas: Element[] = [];
  readonly drops: string[] = [];
  readonly ends: string[] = [];

  /** The names of the elements, in order. */
  get names(): string[] {
    return this.stanzas.map(({ localName }) => localName);
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
