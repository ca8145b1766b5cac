import { decodeReferences, hasForbiddenCharacter } from './decode-references';
import type { XmlElement } from './xml-element';
import { isXmlName, readXmlName, type XmlName } from './xml-name';
import { XmlRefusal } from './xml-refusal';

/** Elements nested deeper are refused; real documents stay below 10. */
export const MAX_XML_DEPTH = 64;

/**
 * Reads one document in one pass, strictly: what XML 1.0 (fifth edition) calls not well-formed is refused, and so is every
 * document type declaration, before any of its entities could be expanded. A prefix that nobody declared is no fault.
 *
 * Names are found again by hash and compared, text is searched rather than walked, and characters, line ends and references
 * are looked at one by one only in documents that hold any worth it: a notification has a few dozen different names and,
 * as a rule, neither.
 *
 * @throws XmlRefusal
 */
export function parseXml(xml: string): XmlElement {
  return new Parser(xml.includes('\r') ? xml.replace(/\r\n?/g, '\n') : xml).document();
}

type Growing<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Names seen lately, by hash. A fixed number, so that no sender can make it grow; a newer one takes the place. */
const SEEN: (XmlName | undefined)[] = new Array<undefined>(1_024).fill(undefined);
const LAST_SEEN = 1_023;
const LONGEST_KEPT = 64;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NO_CHILDREN: readonly XmlElement[] = [];

const DECLARATION =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>/y;
const BLANKS = /[ \t\n]*/y;
const ATTRIBUTE = /[ \t\n]+([^ \t\n=/>]+)[ \t\n]*=[ \t\n]*(?:"([^"<]*)"|'([^'<]*)')/y;
const BLANK = 0x20;
const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

class Parser {
  private at = 0;
  /** Where the next of each stands, so that most texts need not be searched for it. */
  private reference = -1;
  private cdataEnd = -1;

  constructor(private readonly xml: string) {}

  document(): XmlElement {
    const { xml } = this;
    if (hasForbiddenCharacter(xml)) {
      throw this.malformed('a character that XML forbids');
    }
    this.at = xml.startsWith('\uFEFF') ? 1 : 0;
    this.skip(DECLARATION);
    this.passMisc();
    if (xml.startsWith('<!DOCTYPE', this.at)) {
      throw new XmlRefusal('forbidden-doctype', 'a document type declaration', this.at);
    }
    this.expect(LESS, 'no root element');
    const root = this.element(undefined, 1);
    this.passMisc();
    if (this.at < xml.length) {
      throw this.malformed('something behind the root element');
    }
    return root;
  }

  /** Reads the element whose `<` was just passed. */
  private element(parent: XmlElement | undefined, depth: number): XmlElement {
    if (depth > MAX_XML_DEPTH) {
      throw new XmlRefusal('xml-too-deep', `an element ${String(depth)} deep`, this.at);
    }
    const { local, prefix, qualified } = this.name();
    const element: Growing<XmlElement> = {
      name: local,
      prefix,
      attributes: NO_ATTRIBUTES,
      children: NO_CHILDREN,
      text: '',
      textBefore: parent === undefined ? 0 : parent.text.length,
      parent,
    };
    if (this.xml.charCodeAt(this.at) !== GREATER) {
      element.attributes = this.attributes();
    }
    const isEmpty = this.xml.charCodeAt(this.at++) === SLASH;
    if (isEmpty) {
      this.expect(GREATER, 'a "/" that closes no tag');
    } else {
      this.content(element, qualified, depth);
    }
    return element;
  }

  /** Reads from behind a start tag up to the last `>` of the end tag. */
  private content(element: Growing<XmlElement>, qualified: string, depth: number): void {
    const { xml } = this;
    let children: XmlElement[] | undefined;
    for (;;) {
      const from = this.at;
      const to = xml.indexOf('<', from);
      if (to < 0) {
        throw this.malformed(`an element "${qualified}" that nobody closes`);
      }
      if (to > from) {
        element.text += this.text(from, to);
      }
      this.at = to + 1;
      const next = xml.charCodeAt(to + 1);
      if (next === SLASH) {
        this.endTag(qualified);
        return;
      } else if (next === BANG) {
        element.text += this.cdataOrComment();
      } else if (next === QUESTION) {
        this.instruction();
      } else if (children === undefined) {
        children = [this.element(element, depth + 1)];
        element.children = children;
      } else {
        children.push(this.element(element, depth + 1));
      }
    }
  }

  private endTag(qualified: string): void {
    if (!this.xml.startsWith(qualified, this.at + 1)) {
      throw this.malformed('an unexpected close tag');
    }
    this.at += 1 + qualified.length;
    if (this.xml.charCodeAt(this.at) !== GREATER) {
      this.skip(BLANKS);
    }
    this.expect(GREATER, 'an unexpected close tag');
  }

  /** Reads the name that begins here and is ended by a blank, a `>` or a `/`. */
  private name(): XmlName {
    const { xml, at: start } = this;
    let hash = 0;
    let at = start;
    for (
      let code = xml.charCodeAt(at);
      code > BLANK && code !== GREATER && code !== SLASH;
      code = xml.charCodeAt(++at)
    ) {
      hash = (hash * 31 + code) | 0;
    }
    const length = at - start;
    const seen = SEEN[hash & LAST_SEEN];
    if (seen?.qualified.length === length && xml.startsWith(seen.qualified, start)) {
      this.at = at;
      return seen;
    }
    const name = readXmlName(xml.slice(start, at));
    if (name === undefined) {
      throw this.malformed('a tag without a name');
    }
    if (length <= LONGEST_KEPT) {
      SEEN[hash & LAST_SEEN] = name;
    }
    this.at = at;
    return name;
  }

  private attributes(): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (let found = this.match(ATTRIBUTE); found !== null; found = this.match(ATTRIBUTE)) {
      const [, name = '', value = found[3] ?? ''] = found;
      if (!isXmlName(name) || attributes.has(name)) {
        throw this.malformed(`an attribute without a name of its own`);
      }
      attributes.set(name, this.decoded(value.replace(/[\t\n]/g, ' ')));
    }
    this.skip(BLANKS);
    if (!/[/>]/.test(this.xml.charAt(this.at))) {
      throw this.malformed('something that is no attribute');
    }
    return attributes.size === 0 ? NO_ATTRIBUTES : attributes;
  }

  private text(from: number, to: number): string {
    if (this.reference < from) {
      this.reference = this.find('&', from);
    }
    if (this.cdataEnd < from) {
      this.cdataEnd = this.find(']]>', from);
    }
    if (this.cdataEnd < to) {
      throw this.malformed('"]]>" in text');
    }
    const text = this.xml.slice(from, to);
    return this.reference < to ? this.decoded(text) : text;
  }

  /** As `indexOf`, but infinitely far when there is none. */
  private find(what: string, from: number): number {
    const found = this.xml.indexOf(what, from);
    return found < 0 ? Infinity : found;
  }

  private decoded(text: string): string {
    const decoded = decodeReferences(text);
    if (decoded === undefined) {
      throw this.malformed('a "&" that begins no known reference');
    }
    return decoded;
  }

  /** Passes what begins with `<!` inside an element; gives the text of a CDATA section. */
  private cdataOrComment(): string {
    const { xml, at } = this;
    if (xml.startsWith('![CDATA[', at)) {
      return xml.slice(at + 8, this.passTo(']]>'));
    }
    this.comment();
    return '';
  }

  private comment(): void {
    if (!this.xml.startsWith('!--', this.at)) {
      throw this.malformed('a "<!" that begins no comment');
    }
    this.at += 3;
    this.passTo('--');
    this.expect(GREATER, 'a "--" in a comment');
  }

  private instruction(): void {
    const start = ++this.at;
    const [target = ''] = this.xml.slice(start, this.passTo('?>')).split(/[ \t\n]/, 1);
    if (!isXmlName(target) || /^xml$/i.test(target)) {
      throw this.malformed('a processing instruction without a name of its own');
    }
  }

  /** Passes what may stand beside the root element. */
  private passMisc(): void {
    for (;;) {
      this.skip(BLANKS);
      if (this.xml.startsWith('<?', this.at)) {
        this.at++;
        this.instruction();
      } else if (this.xml.startsWith('<!--', this.at)) {
        this.at++;
        this.comment();
      } else {
        return;
      }
    }
  }

  /** Passes everything up to and including a terminator; gives the index at which that begins. */
  private passTo(terminator: string): number {
    const end = this.xml.indexOf(terminator, this.at);
    if (end < 0) {
      throw this.malformed(`no "${terminator}" any more`);
    }
    this.at = end + terminator.length;
    return end;
  }

  private expect(code: number, otherwise: string): void {
    if (this.xml.charCodeAt(this.at) !== code) {
      throw this.malformed(otherwise);
    }
    this.at++;
  }

  private skip(pattern: RegExp): void {
    this.match(pattern);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.xml);
    this.at += found?.[0].length ?? 0;
    return found;
  }

  private malformed(what: string): XmlRefusal {
    return new XmlRefusal('malformed-xml', what, this.at);
  }
}
