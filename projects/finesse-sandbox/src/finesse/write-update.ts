import type { FinesseError } from './finesse-error';
import { element, writeXml, type XmlElement } from './xml-element';

/** What a notification says besides its data. */
export interface Envelope {
  readonly event: 'POST' | 'PUT' | 'DELETE';
  /** The header of the request that caused it; empty for what nobody asked for. */
  readonly requestId?: string;
  readonly source: string;
}

/** A notification, children in the order captures show for success. */
export function updateElement(data: XmlElement, envelope: Envelope): XmlElement {
  return element('Update', [
    element('data', [data]),
    element('event', envelope.event),
    element('requestId', envelope.requestId ?? ''),
    element('source', envelope.source),
  ]);
}

/** The notification of a request that failed after it was accepted: another order and case, as captured. */
export function errorUpdateElement(
  error: FinesseError,
  requestId: string,
  source: string,
): XmlElement {
  const apiError = element('apiError', [
    element('errorType', error.errorType),
    element('errorMessage', error.errorMessage),
    element('errorData', error.errorData),
    ...(error.errorMedia === undefined ? [] : [element('errorMedia', error.errorMedia)]),
  ]);
  return element('Update', [
    element('data', [element('apiErrors', [apiError])]),
    element('requestId', requestId),
    element('source', source),
    element('event', 'put'),
  ]);
}

/** Writes a notification that goes past the contact centre. */
export function writeUpdate(data: XmlElement, envelope: Envelope): string {
  return writeXml(updateElement(data, envelope));
}

/** Writes the body of a REST answer that failed at once. */
export function writeApiErrors(error: FinesseError): string {
  return writeXml(
    element('ApiErrors', [
      element('ApiError', [
        element('ErrorType', error.errorType),
        element('ErrorMessage', error.errorMessage),
        element('ErrorData', error.errorData),
      ]),
    ]),
  );
}
