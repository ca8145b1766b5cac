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
  const stack: Open[] = [];
  let root: BodyElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed');
  });
  parser.on('opentag', ({ name }) => {
    if (stack.length === DEEPEST) {
      throw new Error(`nested deeper than ${DEEPEST} elements`);
    }
    stack.push({ name, text: '', children: [] });
  });
  const addText = (text: string) => {
    const open = stack.at(-1);
    if (open !== undefined) {
      open.text += text;
    }
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (closed !== undefined) {
      const made = { ...closed, text: closed.text.trim() };
      const parent = stack.at(-1);
      if (parent === undefined) {
        root = made;
      } else {
        parent.children.push(made);
      }
    }
  });
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  if (root === undefined) {
    throw new Error('no element');
  }
  return root;
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
