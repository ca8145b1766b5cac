/**
 * A small strict reader of XML without a framework or a DOM, for notifications and stanzas: the library and the tunnel page
 * share it.
 */
export { decodeReferences, hasForbiddenCharacter } from './decode-references';
export { namespaceOf } from './namespace-of';
export { MAX_XML_DEPTH, parseXml } from './parse-xml';
export { textOf } from './text-of';
export { type XmlElement } from './xml-element';
export { XmlRefusal, type XmlRefusalCode } from './xml-refusal';
