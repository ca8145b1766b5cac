import type { SystemInfoFacts } from './system-info-facts';

/** One notification, ready to publish. */
export interface Publication {
  readonly node: string;
  /** The whole `Update` document, not yet escaped for the stanza. Written at the first read, then kept. */
  readonly payload: string;
  /** Set on SystemInfo only: the document as the server of these domains publishes it, in place of `payload`. */
  readonly payloadFor?: (facts: SystemInfoFacts) => string;
}
