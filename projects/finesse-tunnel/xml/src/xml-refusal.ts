/** Why a document was refused. */
export type XmlRefusalCode = 'malformed-xml' | 'forbidden-doctype' | 'xml-too-deep';

/** Says what is wrong with a document, and where. */
export class XmlRefusal extends Error {
  constructor(
    readonly code: XmlRefusalCode,
    message: string,
    /** Index of the character, line ends counted as one each. */
    readonly at: number,
  ) {
    super(message);
  }
}
