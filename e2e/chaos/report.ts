/** How one fault went. */
export interface Recovery {
  readonly kind: string;
  /** From its end until everything held was so. */
  readonly ms: number;
}

/** Prints what happened: per kind as the lines of a table, and the sum; a fault that left differences is told as such. */
export function report({
  seed,
  unsettled,
  recoveries,
  outages,
}: {
  readonly seed: number;
  /** The fault after which differences were left; `undefined` when there was none. */
  readonly unsettled: string | undefined;
  readonly recoveries: readonly Recovery[];
  readonly outages: readonly number[];
}): void {
  const kinds = [...new Set(recoveries.map(({ kind }) => kind))].sort();
  say('| fault | times | recovery p50 | p95 | max |');
  say('| --- | --- | --- | --- | --- |');
  for (const kind of kinds) {
    const times = recoveries.filter((one) => one.kind === kind).map(({ ms }) => ms);
    say(`| ${kind} | ${String(times.length)} | ${line(times).join(' | ')} |`);
  }
  const [p50, p95, max] = line(recoveries.map(({ ms }) => ms));
  const longest = Math.round(Math.max(0, ...outages));
  say(
    `${String(recoveries.length)} faults left no difference, ${unsettled === undefined ? 'none did' : `"${unsettled}" did`}; recovery p50 ${String(p50)}, p95 ${String(p95)}, max ${String(max)}; ` +
      `${String(outages.length)} gaps, the longest ${String(longest)} ms; seed ${String(seed)}`,
  );
}

/** p50, p95 and the longest. */
function line(times: readonly number[]): readonly string[] {
  const sorted = [...times].sort((a, b) => a - b);
  return [0.5, 0.95, 1].map((share) => {
    const time = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    return time === undefined ? '–' : `${String(time)} ms`;
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
