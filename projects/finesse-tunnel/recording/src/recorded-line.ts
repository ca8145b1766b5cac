import type { RecordingEntry } from './recording';
import { fields, number, oneOf, orNull, type Shape, text } from './shape';
import { SNAPSHOT_SHAPES } from './snapshot-shapes';

/** A line behind the first one, as it is written. */
export type RecordedLine =
  | Exclude<RecordingEntry, { readonly kind: 'event' }>
  | {
      readonly at: number;
      readonly kind: 'event';
      readonly node: string;
      readonly xml: string;
    }
  | { readonly at: number; readonly kind: 'end'; readonly entries: number };

const PHASES = oneOf(
  ...['disconnected', 'loading', 'connecting', 'connected'],
  ...['disconnecting', 'reconnecting', 'unauthorized', 'conflict'],
);

const snapshot: Shape = (value, path) => {
  const kind: unknown =
    typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const isKnown = typeof kind === 'string' && Object.hasOwn(SNAPSHOT_SHAPES, kind);
  const shape = isKnown ? SNAPSHOT_SHAPES[kind] : undefined;
  return shape === undefined
    ? oneOf(...Object.keys(SNAPSHOT_SHAPES))(kind, `${path}.kind`)
    : shape(value, path);
};

const SHAPES: Readonly<Record<string, Shape>> = {
  status: fields({
    status: fields(
      { phase: PHASES, attempt: number, since: number },
      {
        agentId: text,
        nextAttemptAt: number,
        hostIndex: number,
        error: fields({ code: text, message: text, at: number }),
      },
    ),
  }),
  subscription: fields(
    { node: text },
    {
      state: orNull(
        oneOf('wanted', 'subscribing', 'subscribed', 'unsubscribing', 'refused', 'unanswered'),
      ),
    },
  ),
  presence: fields({ presence: oneOf('available', 'unavailable') }),
  event: fields({ node: text, xml: text }),
  unreadable: fields({ node: text }),
  snapshot: fields({ node: text, snapshot, requestedAt: number }),
  end: fields({ entries: number }),
};

const KIND = fields({ at: number, kind: oneOf(...Object.keys(SHAPES)) });

/** What is wrong with a line, if anything is. */
export function entryProblem(value: unknown): string | undefined {
  const problem = KIND(value, 'entry');
  if (problem !== undefined) {
    return problem;
  }
  const kind: unknown =
    typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  return typeof kind === 'string' ? SHAPES[kind]?.(value, 'entry') : undefined;
}

/** Whether a line is as it should be. */
export function isRecordedLine(value: unknown): value is RecordedLine {
  return entryProblem(value) === undefined;
}
