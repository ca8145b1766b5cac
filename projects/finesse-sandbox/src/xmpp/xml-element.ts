/** One element of an incoming stanza, with its namespace resolved. */
export class XmlElement {
  readonly children: XmlElement[] = [];
  /** All character data directly below this element, joined. */
  text = '';

  constructor(
    /** Local name, without prefix. */
    readonly name: string,
    readonly namespace: string,
    /** By local name; an attribute in a namespace stands as `{namespace}name`. */
    private readonly attributes: ReadonlyMap<string, string>,
  ) {}

  attribute(name: string): string | undefined {
    return this.attributes.get(name);
  }

  /** The first child of that name, in that namespace if one is given. */
  child(name: string, namespace?: string): XmlElement | undefined {
    return this.children.find(
      (child) => child.name === name && (namespace === undefined || child.namespace === namespace),
    );
  }
}
