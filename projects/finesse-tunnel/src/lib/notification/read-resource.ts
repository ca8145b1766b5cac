import type { Diagnostic } from '../model/diagnostic';
import type { FinesseResource } from '../model/finesse-resource';
import { readElement } from './read-element';
import type { Reading } from './field-table';
import { readXml } from './xml-reader';

/** What the body of an HTTP answer holds. */
export interface ResourceReading {
  /** Absent if the body is malformed or about something else; a diagnostic then says which. */
  readonly resource?: FinesseResource;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the body of an HTTP answer, with the same readers as notifications.
 *
 * @param xml - The body. Never throws, whatever it is.
 * @param source - The URI that was asked, which names a resource that does not name itself.
 */
export function readResource(xml: string, source = ''): ResourceReading {
  const document = readXml(xml);
  if (!document.ok) {
    return { diagnostics: [document.diagnostic] };
  }
  const reading: Reading = { source, diagnostics: [] };
  const resource = readElement(document.root, reading);
  if (resource !== undefined) {
    return { resource, diagnostics: reading.diagnostics };
  }
  const unknown: Diagnostic = {
    code: 'unknown-resource',
    message: `The answer is a "${document.root.name}", which is no readable Finesse resource. Check the address it came from.`,
    excerpt: xml.slice(0, 120),
  };
  return { diagnostics: [...reading.diagnostics, unknown] };
}
