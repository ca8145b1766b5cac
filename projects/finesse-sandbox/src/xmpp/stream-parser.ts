import { SaxesParser } from 'saxes';

import { elementOfTag } from './element-of-tag';
import { refuseRestricted, RestrictedXml } from './restricted-xml';
import type { StreamError } from './stream-error';
import type { XmlElement } from './xml-element';

/** What is found in a stream, in order. */
export interface StreamEvents {
  /** The root element, `stream`, is open. */
  opened(header: XmlElement): void;
  /** One whole element below the root. */
  stanza(element: XmlElement): void;
  /** The root element is closed. */
  closed(): void;
  /** This is no stream any more; nothing is read after it. */
  failed(error: StreamError): void;
}

// Deeper than any stanza of the protocols spoken here; keeps hostile nesting from filling the heap.
const MAX_DEPTH = 64;

/** Reads one XML stream as its text arrives, RFC 6120 §4: a document whose root stays open. */
export class StreamParser {
  private readonly parser = new SaxesParser({ xmlns: true, position: false });
  private readonly open: XmlElement[] = [];
  private depth = 0;
  private isOver = false;

  constructor(private readonly events: StreamEvents) {
    refuseRestricted(this.parser);
    this.parser.on('error', (error) => {
      throw error;
    });
    this.parser.on('opentag', (tag) => this.opened(elementOfTag(tag)));
    this.parser.on('closetag', () => this.closed());
    this.parser.on('text', (text) => this.addText(text));
    this.parser.on('cdata', (text) => this.addText(text));
  }

  /** Whether an element below the root has begun and not ended. */
  get isInside(): boolean {
    return this.depth > 1;
  }

  write(text: string): void {
    if (this.isOver) {
      return;
    }
    try {
      this.parser.write(text);
    } catch (error) {
      this.isOver = true;
      const condition = error instanceof RestrictedXml ? 'restricted-xml' : 'not-well-formed';
      const why = error instanceof Error ? error.message : 'This is not XML.';
      this.events.failed({ condition, text: why });
    }
  }

  private opened(element: XmlElement): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      throw new RestrictedXml(`Elements may nest ${MAX_DEPTH.toString()} deep.`);
    }
    if (this.depth === 1) {
      this.events.opened(element);
      return;
    }
    this.open.at(-1)?.children.push(element);
    this.open.push(element);
  }

  private closed(): void {
    this.depth -= 1;
    const element = this.open.pop();
    if (this.depth === 0) {
      this.isOver = true;
      this.events.closed();
    } else if (this.depth === 1 && element !== undefined) {
      this.events.stanza(element);
    }
  }

  private addText(text: string): void {
    const element = this.open.at(-1);
    if (element !== undefined) {
      element.text += text;
    } else if (text.trim() !== '') {
      throw new Error('There is text between stanzas.');
    }
  }
}
