import { type QueueSample } from '../history/queue-history';

/** The size of the picture that {@link sparklinePoints} draws into. */
export const SPARKLINE = { width: 100, height: 24 } as const;

/**
 * The waiting calls over time as the points of polylines, one for each stretch without unknown figures. A level
 * lasts until the next figure, the last one until `now`. The highest figure, at least one call, touches the top.
 */
export function sparklinePoints(samples: readonly QueueSample[], now: number): readonly string[] {
  const first = samples[0]?.at ?? now;
  const span = Math.max(1, now - first);
  const top = Math.max(1, ...samples.map(({ waiting }) => waiting ?? 0));
  const x = (at: number): number => round((SPARKLINE.width * (at - first)) / span);
  const y = (waiting: number): number => round(SPARKLINE.height * (1 - waiting / top));
  const lines: string[] = [];
  let points: string[] = [];
  for (const [index, { at, waiting }] of samples.entries()) {
    if (waiting === undefined) {
      lines.push(points.join(' '));
      points = [];
    } else {
      const end = samples[index + 1]?.at ?? now;
      points.push(`${x(at)},${y(waiting)}`, `${x(end)},${y(waiting)}`);
    }
  }
  return [...lines, points.join(' ')].filter((line) => line !== '');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
