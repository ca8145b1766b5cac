/** A name of an element, taken apart once. */
export interface XmlName {
  /** As written, prefix included. */
  readonly qualified: string;
  readonly prefix: string;
  readonly local: string;
}

// XML 1.0 §2.3, fifth edition.
const START =
  ':A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
// eslint-disable-next-line no-misleading-character-class -- ranges of the specification, which begin and end with such characters
const NAME = new RegExp(`^[${START}][${START}\\-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040]*$`, 'u');

/** Whether a text is a name of XML 1.0. */
export function isXmlName(text: string): boolean {
  return NAME.test(text);
}

/** Takes a name apart; `undefined` if the text is none. */
export function readXmlName(qualified: string): XmlName | undefined {
  const colon = qualified.indexOf(':');
  return isXmlName(qualified)
    ? {
        qualified,
        prefix: qualified.slice(0, Math.max(colon, 0)),
        local: qualified.slice(colon + 1),
      }
    : undefined;
}
