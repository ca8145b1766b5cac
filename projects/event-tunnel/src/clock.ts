/** Measures time for everything in the page that waits, so that specs can turn the hands themselves. */
export interface Clock {
  /**
   * Calls `run` once after `ms` milliseconds, possibly later: browsers slow down hidden tabs.
   *
   * @returns A function that calls it off; harmless afterwards.
   */
  after(ms: number, run: () => void): () => void;
}
