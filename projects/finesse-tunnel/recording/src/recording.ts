import type {
  ConnectionErrorCode,
  ConnectionPhase,
  NodeSubscriptionState,
  Notification,
  Snapshot,
} from 'finesse-tunnel';

/** What the first line of a recording says it is. */
export const RECORDING_FORMAT = 'finesse-tunnel-recording';

/** The version of the format that is written, and the only one that is read. */
export const RECORDING_VERSION = 1;

/** Where the connection was, as far as a recording tells. Times in milliseconds since 1970. */
export interface RecordedStatus {
  readonly phase: ConnectionPhase;
  /** A pseudonym. */
  readonly agentId?: string;
  readonly attempt: number;
  readonly since: number;
  readonly nextAttemptAt?: number;
  readonly hostIndex?: number;
  readonly error?: {
    readonly code: ConnectionErrorCode;
    readonly message: string;
    readonly at: number;
  };
}

/** One thing that happened, `at` milliseconds after the recording began. */
export type RecordingEntry = { readonly at: number } & (
  | { readonly kind: 'status'; readonly status: RecordedStatus }
  /** `null`: nobody watches the node any more. */
  | {
      readonly kind: 'subscription';
      readonly node: string;
      readonly state: NodeSubscriptionState | null;
    }
  /** Of the `finesse` user. */
  | { readonly kind: 'presence'; readonly presence: 'available' | 'unavailable' }
  | {
      readonly kind: 'event';
      readonly node: string;
      /** What the document told: as it is read now, not as it was read then. */
      readonly notifications: readonly Notification[];
    }
  /** An event that no reader could make sense of, so that nobody could tell what in it was personal. */
  | { readonly kind: 'unreadable'; readonly node: string }
  | {
      readonly kind: 'snapshot';
      readonly node: string;
      readonly snapshot: Snapshot;
      readonly requestedAt: number;
    }
);

/** A recording as it was read. */
export interface Recording {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** In their order; `at` never goes back. */
  readonly entries: readonly RecordingEntry[];
  /** Until the end of the recording, or the last thing that is left of it. */
  readonly durationMs: number;
}
