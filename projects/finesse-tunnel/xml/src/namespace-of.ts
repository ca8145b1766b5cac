import type { XmlElement } from './xml-element';

/** The namespace of an element, as it or one of its ancestors declares it; `undefined` if none does. */
export function namespaceOf(element: XmlElement): string | undefined {
  const declaration = element.prefix === '' ? 'xmlns' : `xmlns:${element.prefix}`;
  let scope: XmlElement | undefined = element;
  while (scope !== undefined && !scope.attributes.has(declaration)) {
    scope = scope.parent;
  }
  return scope?.attributes.get(declaration);
}
