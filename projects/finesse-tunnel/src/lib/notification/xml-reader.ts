import { parseXml, type XmlElement, XmlRefusal } from 'finesse-tunnel/xml';
import type { Diagnostic, ReaderDiagnosticCode } from '../model/diagnostic';

/** A document's root element, or the reason why there is none. */
export type XmlReading =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** Longer documents are refused unread; real ones stay below 10,000 characters. */
export const MAX_XML_LENGTH = 1_000_000;

/** Reads one XML document as strictly as {@link parseXml}, unless it exceeds {@link MAX_XML_LENGTH}. Never throws. */
export function readXml(xml: string): XmlReading {
  if (xml.length > MAX_XML_LENGTH) {
    const message = `The document has ${String(xml.length)} characters; more than ${String(MAX_XML_LENGTH)} are not read. Ask the server for less at once.`;
    return { ok: false, diagnostic: diagnose('xml-too-large', message, xml) };
  }
  try {
    return { ok: true, root: parseXml(xml) };
  } catch (cause) {
    if (cause instanceof XmlRefusal) {
      return { ok: false, diagnostic: explain(cause, xml) };
    }
    throw cause;
  }
}

const REMEDIES: Readonly<Partial<Record<ReaderDiagnosticCode, string>>> = {
  'forbidden-doctype':
    'Finesse sends none and entities are not expanded: send the document without it.',
  'xml-too-deep': 'Finesse nests no deeper than 10: look for elements that are never closed.',
};

function explain({ code, message, at }: XmlRefusal, xml: string): Diagnostic {
  const before = xml.replace(/\r\n?/g, '\n').slice(0, at).split('\n');
  const place = `${String(before.length)}:${String(before.at(-1)?.length)}`;
  const remedy =
    REMEDIES[code] ??
    'The document is dropped: load the resource again, and correct what wrote it.';
  return diagnose(code, `XML refused at line:column ${place}: ${message}. ${remedy}`, xml);
}

function diagnose(code: ReaderDiagnosticCode, message: string, xml: string): Diagnostic {
  return { code, message, excerpt: xml.length > 120 ? `${xml.slice(0, 120)}…` : xml };
}
