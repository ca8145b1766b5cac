import { SaxesParser } from 'saxes';
import type { Diagnostic, ReaderDiagnosticCode } from '../model/diagnostic';

/** An element with what Finesse puts into one: children, or text. Attributes and prefixes are dropped. */
export interface XmlElement {
  /** The local name, in the case it was written. */
  readonly name: string;
  readonly children: readonly XmlElement[];
  /** Decoded text and CDATA outside the children, white space kept. */
  readonly text: string;
}

/** A document's root element, or the reason why there is none. */
export type XmlReading =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Longer documents are refused unread; real ones stay below 10,000 characters. */
export const MAX_XML_LENGTH = 1_000_000;

/** Documents nested deeper are refused; real ones stay below 10. */
export const MAX_XML_DEPTH = 64;

/**
 * Reads one XML document in one pass, strictly: what XML 1.0 calls not well-formed is refused.
 *
 * So is every document type declaration, before any of its entities could be expanded, and what exceeds
 * {@link MAX_XML_LENGTH} or {@link MAX_XML_DEPTH}. Never throws.
 */
export function readXml(xml: string): XmlReading {
  if (xml.length > MAX_XML_LENGTH) {
    const message = `The document has ${String(xml.length)} characters; more than ${String(MAX_XML_LENGTH)} are not read. Ask the server for less at once.`;
    return { ok: false, diagnostic: diagnose('xml-too-large', message, xml) };
  }
  try {
    parser ??= new TreeParser();
    return { ok: true, root: parser.parse(xml) };
  } catch (cause) {
    // It stopped in the middle of a document, and the next one must not continue there.
    parser = undefined;
    return { ok: false, diagnostic: explain(cause, xml) };
  }
}

/** Kept from document to document: making one costs about as much as reading a short notification. */
let parser: TreeParser | undefined;

interface GrowingElement {
  readonly name: string;
  readonly children: GrowingElement[];
  text: string;
}

class Refusal extends Error {
  constructor(
    readonly code: ReaderDiagnosticCode,
    message: string,
  ) {
    super(message);
  }
}

/** Turns the events of a strict parser into a tree, document after document as long as all are well-formed. */
class TreeParser {
  private readonly saxes = new SaxesParser();
  private readonly open: GrowingElement[] = [];
  private current = emptyElement('');

  constructor() {
    this.saxes.on('doctype', () => {
      throw new Refusal('forbidden-doctype', this.located('A document type declaration'));
    });
    this.saxes.on('opentag', ({ name }) => {
      this.enter(name);
    });
    this.saxes.on('closetag', () => {
      this.current = this.open.pop() ?? this.current;
    });
    const append = (text: string): void => {
      this.current.text += text;
    };
    this.saxes.on('text', append);
    this.saxes.on('cdata', append);
  }

  parse(xml: string): XmlElement {
    const document = emptyElement('');
    this.current = document;
    this.saxes.write(xml).close();
    const root = document.children[0];
    if (root === undefined) {
      throw new Refusal('malformed-xml', '1:0: document must contain a root element.');
    }
    return root;
  }

  private enter(name: string): void {
    if (this.open.length >= MAX_XML_DEPTH) {
      throw new Refusal('xml-too-deep', this.located(`Element ${String(MAX_XML_DEPTH + 1)} deep`));
    }
    const element = emptyElement(name.slice(name.indexOf(':') + 1));
    this.current.children.push(element);
    this.open.push(this.current);
    this.current = element;
  }

  private located(what: string): string {
    return `${String(this.saxes.line)}:${String(this.saxes.column)}: ${what}.`;
  }
}

function emptyElement(name: string): GrowingElement {
  return { name, children: [], text: '' };
}

const REMEDIES: Readonly<Partial<Record<ReaderDiagnosticCode, string>>> = {
  'forbidden-doctype':
    'Finesse sends none and entities are not expanded: send the document without it.',
  'xml-too-deep': 'Finesse nests no deeper than 10: look for elements that are never closed.',
};

function explain(cause: unknown, xml: string): Diagnostic {
  const code = cause instanceof Refusal ? cause.code : 'malformed-xml';
  const reason = cause instanceof Error ? cause.message : 'unreadable';
  const remedy =
    REMEDIES[code] ??
    'The document is dropped: load the resource again, and correct what wrote it.';
  return diagnose(code, `XML refused at line:column ${reason} ${remedy}`, xml);
}

function diagnose(code: ReaderDiagnosticCode, message: string, xml: string): Diagnostic {
  return { code, message, excerpt: xml.length > 120 ? `${xml.slice(0, 120)}…` : xml };
}
