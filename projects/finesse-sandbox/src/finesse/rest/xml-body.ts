import { SaxesParser } from 'saxes';

/** An element of a request body. Attributes mean nothing to Finesse and are dropped. */
export interface BodyElement {
  readonly name: string;
  /** The text directly inside, trimmed. */
  readonly text: string;
  readonly children: readonly BodyElement[];
}

interface Open {
  readonly name: string;
  text: string;
  readonly children: BodyElement[];
}

const DEEPEST = 16;

/**
 * Reads a request body. Strict: anything XML 1.0 does not allow is refused, and so is a document type, since nothing
 * Finesse accepts needs one and entities declared in it are an old way in.
 *
 * @throws Error that says what is wrong, with the line.
 */
export function readXmlBody(bytes: Uint8Array): BodyElement {
  const parser = new SaxesParser({ xmlns: false });
  const tree = new TreeBuilder();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed');
  });
  parser.on('opentag', ({ name }) => {
    tree.open(name);
  });
  parser.on('text', (text) => {
    tree.addText(text);
  });
  parser.on('cdata', (text) => {
    tree.addText(text);
  });
  parser.on('closetag', () => {
    tree.close();
  });
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  return tree.root();
}

class TreeBuilder {
  private readonly stack: Open[] = [];
  private top: BodyElement | undefined;

  root(): BodyElement {
    if (this.top === undefined) {
      throw new Error('no element');
    }
    return this.top;
  }

  open(name: string): void {
    if (this.stack.length === DEEPEST) {
      throw new Error(`nested deeper than ${DEEPEST} elements`);
    }
    this.stack.push({ name, text: '', children: [] });
  }

  addText(text: string): void {
    const open = this.stack.at(-1);
    if (open !== undefined) {
      open.text += text;
    }
  }

  close(): void {
    const closed = this.stack.pop();
    if (closed === undefined) {
      return;
    }
    const made = { ...closed, text: closed.text.trim() };
    const parent = this.stack.at(-1);
    if (parent === undefined) {
      this.top = made;
    } else {
      parent.children.push(made);
    }
  }
}

/** The text of a child; `undefined` when there is none or it is empty. */
export function textOf(parent: BodyElement, name: string): string | undefined {
  const text = childOf(parent, name)?.text;
  return text === '' ? undefined : text;
}

/** The first child of that name. */
export function childOf(parent: BodyElement, name: string): BodyElement | undefined {
  return parent.children.find((child) => child.name === name);
}
