/** Writes a time as Finesse does; empty when there is none. */
export function isoTime(time: number | undefined): string {
  return time === undefined ? '' : new Date(time).toISOString();
}
