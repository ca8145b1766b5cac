import { escapeXml } from 'finesse-tunnel/protocol';

import { NS } from './namespaces';

/** The stream error conditions of RFC 6120 §4.9.3 that this server sends. */
export type StreamErrorCondition =
  | 'bad-format'
  | 'conflict'
  | 'connection-timeout'
  | 'host-unknown'
  | 'internal-server-error'
  | 'invalid-from'
  | 'invalid-namespace'
  | 'not-authorized'
  | 'not-well-formed'
  | 'policy-violation'
  | 'resource-constraint'
  | 'restricted-xml'
  | 'system-shutdown'
  | 'unsupported-stanza-type';

/** Why the server ends a stream. */
export interface StreamError {
  readonly condition: StreamErrorCondition;
  /** For whoever reads the log of the client. */
  readonly text: string;
}

/** Writes the element; it declares its own namespaces, so it can stand in a frame and in a BOSH body. */
export function writeStreamError({ condition, text }: StreamError): string {
  return (
    `<stream:error xmlns:stream="${NS.streams}" xmlns="${NS.client}">` +
    `<${condition} xmlns="${NS.streamErrors}"/>` +
    `<text xmlns="${NS.streamErrors}" xml:lang="en">${escapeXml(text)}</text></stream:error>`
  );
}
