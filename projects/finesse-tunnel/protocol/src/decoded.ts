/**
 * Says what was wrong with a piece of outside data: machine-readable code, words for a person,
 * and the beginning of what was read.
 */
export interface ProtocolDiagnostic {
  /** Stable, for code that decides; `message` may be reworded at any time. */
  readonly code: ProtocolDiagnosticCode;
  /** What is wrong, where, and what to do about it. Never holds a password. */
  readonly message: string;
  /** At most 120 characters of the input, or a description of its type. Empty for credentials. */
  readonly excerpt: string;
}

/** Every reason for which this entry point refuses an input. */
export type ProtocolDiagnosticCode =
  | 'not-a-string'
  | 'no-separator'
  | 'unknown-type'
  | 'bad-event-node'
  | 'event-without-payload'
  | 'bad-subscription-list'
  | 'unsupported-subscription-list'
  | 'bad-presence'
  | 'bad-connection-properties'
  | 'bad-connect-request'
  | 'bad-jid'
  | 'bad-node';

/** The outcome of reading outside data: a value, or the reason why there is none. Never both. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly diagnostic: ProtocolDiagnostic };

const EXCERPT_LENGTH = 120;

/** Wraps a value that was read without fault. */
export function decoded<T>(value: T): Decoded<T> {
  return { ok: true, value };
}

/** Wraps the reason why nothing could be read. */
export function refused(
  code: ProtocolDiagnosticCode,
  message: string,
  input: unknown,
): Decoded<never> {
  return { ok: false, diagnostic: { code, message, excerpt: excerptOf(input) } };
}

/** Shortens an input of any type to something a log line can hold. */
function excerptOf(input: unknown): string {
  if (typeof input !== 'string') {
    return input === null ? 'null' : typeof input;
  }
  return input.length > EXCERPT_LENGTH ? `${input.slice(0, EXCERPT_LENGTH)}…` : input;
}
