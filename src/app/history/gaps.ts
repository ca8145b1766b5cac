/** A time in which the connection was away, so that nobody knows what happened. On the server's clock. */
export interface Gap {
  readonly from: number;
  /** Absent while it lasts. */
  readonly to: number | undefined;
}

const LIMIT = 100;

/** Begins a gap, unless one lasts. */
export function openGap(gaps: readonly Gap[], from: number): readonly Gap[] {
  const last = gaps.at(-1);
  return last !== undefined && last.to === undefined
    ? gaps
    : [...gaps, { from, to: undefined }].slice(-LIMIT);
}

/** Ends the gap that lasts, if one does. */
export function closeGap(gaps: readonly Gap[], to: number): readonly Gap[] {
  const last = gaps.at(-1);
  return last === undefined || last.to !== undefined
    ? gaps
    : [...gaps.slice(0, -1), { ...last, to }];
}
