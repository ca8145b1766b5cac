import type { SaxesParser } from 'saxes';

/** Something that is XML and has no place in a stream. */
export class RestrictedXml extends Error {}

/** Lets a parser refuse comments, processing instructions and DTDs (RFC 6120 §11.1). */
export function refuseRestricted(parser: SaxesParser<{ xmlns: true; position: false }>): void {
  for (const event of ['doctype', 'comment', 'processinginstruction'] as const) {
    parser.on(event, () => {
      throw new RestrictedXml(`A ${event} is not allowed in a stream.`);
    });
  }
}
