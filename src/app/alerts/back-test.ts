import { type EventTunnelState, listOf } from 'finesse-tunnel';
import { foldRecording, type Recording } from 'finesse-tunnel/recording';
import { type AlertRule } from '../settings/alert-rule';
import { type Alert, type Alerts, evaluateAlerts } from './evaluate-alerts';

/** When a rule would have told something. Times in milliseconds since 1970. */
export interface BackTestHit {
  readonly alert: Alert;
  readonly firedAt: number;
  /** Absent where the recording ended before. */
  readonly clearedAt?: number;
}

/** The rules are looked at as often as live. */
const STEP_MS = 1_000;
const TURN_MS = 50;

/** How a long one is followed and given up. */
export interface BackTestOptions {
  readonly progress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Goes through a recording second by second, and says what the rules would have told, in its order. */
export async function backTest(
  rules: readonly AlertRule[],
  { entries, startedAt, durationMs }: Recording,
  { progress, signal }: BackTestOptions = {},
): Promise<readonly BackTestHit[]> {
  const hits = new Map<string, BackTestHit>();
  const over: BackTestHit[] = [];
  let state: EventTunnelState = foldRecording([], startedAt);
  let alerts: Alerts = new Map();
  let cursor = 0;
  let turnEndsAt = performance.now() + TURN_MS;
  for (let at = 0; at < durationMs + STEP_MS; at += STEP_MS) {
    const now = startedAt + Math.min(at, durationMs);
    const from = cursor;
    while ((entries[cursor]?.at ?? Infinity) <= at) {
      cursor++;
    }
    if (cursor > from) {
      state = foldRecording(entries.slice(from, cursor), startedAt, state);
    }
    const found = evaluateAlerts(alerts, rules, factsOf(state, now));
    alerts = found.alerts;
    found.fired.forEach((alert) => hits.set(alert.key, { alert, firedAt: now }));
    for (const { key } of found.cleared) {
      const hit = hits.get(key);
      if (hit !== undefined) {
        over.push({ ...hit, clearedAt: now });
        hits.delete(key);
      }
    }
    if (performance.now() > turnEndsAt) {
      progress?.(at / durationMs);
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      turnEndsAt = performance.now() + TURN_MS;
    }
  }
  return [...over, ...hits.values()].sort((a, b) => a.firedAt - b.firedAt);
}

function factsOf({ contactCenter, connection }: EventTunnelState, now: number) {
  const { phase, since } = connection.status;
  return {
    agents: listOf(contactCenter.agents),
    queues: listOf(contactCenter.queues),
    connection: { phase, since },
    now,
    serverNow: now + contactCenter.serverClockSkewMs,
  };
}
