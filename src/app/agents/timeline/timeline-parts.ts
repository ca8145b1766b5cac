import { type PastCall, type PastState } from '../../history/agent-history';
import { type Gap } from '../../history/gaps';

/** A stretch of the lane: a state, or nobody knows. Times on the server's clock. */
export interface LanePart {
  /** Absent where it is unknown. */
  readonly past: PastState | undefined;
  readonly from: number;
  readonly to: number;
}

/** A stretch of time that is drawn. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The lane over a span without a hole: before the first state, and while the connection was away, it is unknown.
 *
 * @param states - Oldest first.
 */
export function laneParts(
  states: readonly PastState[],
  gaps: readonly Gap[],
  span: Span,
): readonly LanePart[] {
  const parts: LanePart[] = [];
  let at = span.from;
  for (const [index, past] of states.entries()) {
    const to = Math.min(states[index + 1]?.since ?? span.to, span.to);
    const from = Math.max(past.since, span.from);
    if (to > from) {
      if (from > at) {
        parts.push({ past: undefined, from: at, to: from });
      }
      parts.push({ past, from, to });
      at = to;
    }
  }
  if (at < span.to) {
    parts.push({ past: undefined, from: at, to: span.to });
  }
  return gaps.reduce<readonly LanePart[]>((cut, gap) => cutOut(cut, gap, span), parts);
}

/** The calls that touch the span, cut to it. */
export function callParts(
  calls: readonly PastCall[],
  span: Span,
): readonly (Span & { readonly call: PastCall })[] {
  return calls
    .map((call) => ({
      call,
      from: Math.max(call.from, span.from),
      to: Math.min(call.to ?? span.to, span.to),
    }))
    .filter(({ from, to }) => to > from);
}

/** Where a time stands in the span, in percent. */
export function percentOf(at: number, { from, to }: Span): number {
  return to > from ? (100 * (at - from)) / (to - from) : 0;
}

function cutOut(parts: readonly LanePart[], gap: Gap, span: Span): readonly LanePart[] {
  const from = Math.max(gap.from, span.from);
  const to = Math.min(gap.to ?? span.to, span.to);
  if (to <= from) {
    return parts;
  }
  const before = parts
    .filter((part) => part.from < from)
    .map((part) => ({ ...part, to: Math.min(part.to, from) }));
  const after = parts
    .filter((part) => part.to > to)
    .map((part) => ({ ...part, from: Math.max(part.from, to) }));
  return [...before, { past: undefined, from, to }, ...after];
}
