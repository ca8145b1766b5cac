// Runs in the browser: how often something can be done in a second.

const BATCH_MS = 20;

/**
 * Repeats `work` for about `ms` milliseconds.
 *
 * @param work - Gets a growing number, so that no two calls in a row do the same.
 * @returns Calls a second.
 */
export function perSecond(work, ms) {
  let calls = 0;
  let batch = 1;
  const start = performance.now();
  let now = start;
  while (now - start < ms) {
    for (let i = 0; i < batch; i++) {
      work(calls++);
    }
    const after = performance.now();
    batch = after - now < BATCH_MS / 4 ? batch * 2 : batch;
    now = after;
  }
  return (calls / (now - start)) * 1000;
}
