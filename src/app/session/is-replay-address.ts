/** Below which a recording is shown, and nothing live. Relative to the base of the application. */
export const REPLAY_PATH = 'replay/';

/** Whether an address is one of a replay. */
export function isReplay({ pathname }: Pick<Location, 'pathname'>, base: string): boolean {
  return `${pathname}/`.startsWith(replayBase(base));
}

/** The path that all addresses of a replay begin with. */
export function replayBase(base: string): string {
  return new URL(REPLAY_PATH, base).pathname;
}
