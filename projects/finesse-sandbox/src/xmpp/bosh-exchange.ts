/** One HTTP request that waits for its answer. */
export interface BoshExchange {
  answer(body: string): void;
  /** Breaks the connection without an answer. */
  cut(): void;
  /** Calls back when the client's connection breaks before the answer. */
  onAborted(run: () => void): void;
}
