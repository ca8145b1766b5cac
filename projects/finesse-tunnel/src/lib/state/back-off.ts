import type { ReconnectDelays } from '../model/event-tunnel-config';

/**
 * How long to wait before the next try: exponential back-off with full jitter, so that the clients of a server that
 * comes back do not all come at once.
 *
 * @param failures - Tries that failed in a row, the one that just did included; 0 after a connection that was good.
 * @param random - A number from 0 up to 1.
 * @returns Milliseconds.
 */
export function backOff(
  { firstMs, maxMs }: ReconnectDelays,
  failures: number,
  random: number,
): number {
  const limit = Math.min(maxMs, firstMs * 2 ** Math.min(failures, 30));
  return Math.round(limit * random);
}
