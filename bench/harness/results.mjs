// The shape of what a stage reports: tables of samples, and ratios that budgets.json may limit.
import { ratios, summary } from './statistics.mjs';

/**
 * A table: one row an alternative.
 *
 * @param samples - Name to one number a round.
 * @param options - `title`, `unit`, `base`: the row that the others are divided by, and `isDrawn`: whether the document draws it.
 */
export function table(samples, { title, unit, base, isDrawn = true }) {
  const rows = Object.entries(samples).map(([name, values]) => ({
    name,
    ...summary(values),
    ratio: summary(ratios(values, samples[base])).median,
  }));
  return { title, unit, base, isDrawn, rows };
}

/** One alternative divided by another, or a plain figure that has a limit of its own. */
export function ratio(id, what, values) {
  return { id, what, ...summary(values) };
}

/** Divides two rows of samples, see {@link ratio}. */
export function quotient(id, samples, [ours, theirs]) {
  return ratio(id, `${ours} ÷ ${theirs}`, ratios(samples[ours], samples[theirs]));
}
