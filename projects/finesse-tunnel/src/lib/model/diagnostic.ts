import type { ProtocolDiagnosticCode } from 'finesse-tunnel/protocol';

/** Why a reader of Finesse XML refused a document, or could make nothing of it. */
export type ReaderDiagnosticCode =
  | 'malformed-xml'
  | 'forbidden-doctype'
  | 'xml-too-deep'
  | 'xml-too-large'
  | 'not-a-notification'
  | 'unknown-event'
  | 'unknown-resource'
  | 'unreadable-value'
  | 'missing-id';

/** Why something the tunnel page said was not acted upon. */
export type TunnelDiagnosticCode = 'foreign-origin' | 'unknown-status' | 'unexpected-message';

/** Something that came in and could not be used as it stood. */
export interface Diagnostic {
  /** Stable, for code that decides; `message` may be reworded at any time. */
  readonly code: ProtocolDiagnosticCode | ReaderDiagnosticCode | TunnelDiagnosticCode;
  /** What is wrong, where (line and column for XML), and what to do about it. */
  readonly message: string;
  /** Where it was published, if that is known. */
  readonly node?: string;
  /** At most 120 characters of the input; personal data may be in it. */
  readonly excerpt: string;
}
