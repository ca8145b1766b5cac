/** An element of a document: children, text, or text between children. */
export interface XmlElement {
  /** The local name, in the case it was written. */
  readonly name: string;
  /** What stood before the colon of the name; empty without one. */
  readonly prefix: string;
  /** Values by qualified name, decoded and normalised; declarations of namespaces among them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Decoded text and CDATA outside the children, white space kept. */
  readonly text: string;
  /** How many characters of the parent's text stand before this element. */
  readonly textBefore: number;
  /** Absent at the root. */
  readonly parent: XmlElement | undefined;
}
