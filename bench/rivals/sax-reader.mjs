// The least that a strict reader on saxes has to do: the same plain object as dom-reader.mjs.
import { SaxesParser } from 'saxes';
import { add } from './dom-reader.mjs';

/** Reads a document with saxes. */
export function readWithSaxes(xml) {
  const parser = new SaxesParser();
  const stack = [];
  let current = open('');
  parser.on('opentag', ({ name }) => {
    stack.push(current);
    current = open(name);
  });
  parser.on('text', (text) => {
    current.text += text;
  });
  parser.on('closetag', () => {
    const { name, children, text } = current;
    current = stack.pop();
    add((current.children ??= {}), name, children ?? text);
  });
  parser.write(xml).close();
  return current.children;
}

function open(name) {
  return { name, children: undefined, text: '' };
}
