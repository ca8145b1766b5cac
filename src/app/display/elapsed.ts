const UNKNOWN = '–';

/**
 * Writes the time from `since` to `now` as `m:ss`, `h:mm:ss` or `1d 02:03:04`.
 *
 * @returns A dash when `since` is unknown; zero when it lies ahead, as clocks differ.
 */
export function elapsed(since: number | undefined, now: number): string {
  if (since === undefined || !Number.isFinite(since)) {
    return UNKNOWN;
  }
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const tail = `${pad(minutes)}:${pad(seconds % 60)}`;
  if (days > 0) {
    return `${days}d ${pad(hours)}:${tail}`;
  }
  return hours > 0 ? `${hours}:${tail}` : `${minutes}:${pad(seconds % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
