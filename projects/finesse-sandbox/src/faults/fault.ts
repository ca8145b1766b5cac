/** What can be made to go wrong, one word each. */
export const FAULT_KINDS = [
  'cut',
  'stall',
  'refuse',
  'delay',
  'lose',
  'duplicate',
  'reorder',
  'malformed',
  'conflict',
  'unauthorized',
  'service-away',
  'out-of-service',
  'slow-tunnel',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault somebody asked for. */
export interface FaultRequest {
  readonly kind: FaultKind;
  /** Both nodes when left out. */
  readonly node?: 'A' | 'B';
  /** Ends by itself after that many seconds; otherwise it stays until it is deleted. */
  readonly seconds?: number;
  /** `delay`: how long every answer and stanza is held; default 1000. */
  readonly ms?: number;
  /** `lose`, `duplicate`, `reorder`, `malformed`: share of the notifications, 0 to 1; default 1. */
  readonly share?: number;
  /** `malformed`: breaks the document inside the stanza (default), or the stanza itself. */
  readonly target?: 'payload' | 'stanza';
  /** `conflict`: only this user's sessions. */
  readonly agent?: string;
}

/** A fault at work. */
export interface Fault extends FaultRequest {
  readonly id: string;
  /** ISO time. */
  readonly since: string;
}
