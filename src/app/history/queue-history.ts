/** The figures of a queue at one moment. Absent ones were not told. */
export interface QueueSample {
  /** Milliseconds since 1970 on the local clock. */
  readonly at: number;
  readonly waiting: number | undefined;
  readonly ready: number | undefined;
}

/** What is remembered of one queue since signing in, oldest first. */
export interface QueueHistory {
  readonly samples: readonly QueueSample[];
  /** Samples nearer to the last one than this replace it. */
  readonly stepMs: number;
}

const LIMIT = 240;

/** A queue of which nothing is remembered. */
export const NO_QUEUE_HISTORY: QueueHistory = { samples: [], stepMs: 0 };

/**
 * Adds figures. When there are too many, every second one goes and the step doubles: a long shift is remembered
 * whole, in less detail. Of those that fall into one step the highest number of waiting calls is kept.
 */
export function addSample(history: QueueHistory, sample: QueueSample): QueueHistory {
  const last = history.samples.at(-1);
  if (last !== undefined && sample.at < last.at) {
    return history;
  }
  const samples =
    last !== undefined && sample.at - last.at < history.stepMs
      ? [...history.samples.slice(0, -1), { ...highest(last, sample), at: last.at }]
      : [...history.samples, sample];
  return samples.length > LIMIT ? thinned(samples, history.stepMs) : { ...history, samples };
}

function thinned(samples: readonly QueueSample[], stepMs: number): QueueHistory {
  const first = samples[0]?.at ?? 0;
  const span = (samples.at(-1)?.at ?? first) - first;
  const kept: QueueSample[] = [];
  for (let index = 0; index < samples.length; index += 2) {
    const [one, two] = [samples[index], samples[index + 1]];
    if (one !== undefined) {
      kept.push(two === undefined ? one : { ...highest(one, two), at: one.at });
    }
  }
  return { samples: kept, stepMs: stepMs === 0 ? (2 * span) / samples.length : stepMs * 2 };
}

function highest(a: QueueSample, b: QueueSample): QueueSample {
  return (b.waiting ?? -1) >= (a.waiting ?? -1) ? b : a;
}
