// The usual way to read a notification: the browser's DOM, walked into a plain object.

/** Reads a document with DOMParser. */
export function readWithDom(xml) {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const root = document.documentElement;
  if (document.getElementsByTagName('parsererror').length > 0) {
    throw new Error('malformed');
  }
  return { [root.nodeName]: valueOf(root) };
}

function valueOf(element) {
  if (element.firstElementChild === null) {
    return element.textContent ?? '';
  }
  const value = {};
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    add(value, child.nodeName, valueOf(child));
  }
  return value;
}

/** Puts a child into its parent's object; a second one of the same name makes a list. */
export function add(parent, name, value) {
  const known = parent[name];
  if (known === undefined) {
    parent[name] = value;
  } else if (Array.isArray(known)) {
    known.push(value);
  } else {
    parent[name] = [known, value];
  }
}
