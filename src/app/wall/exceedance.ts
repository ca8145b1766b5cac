import { type Agent, type Queue } from 'finesse-tunnel';
import { agentName } from '../display/agent-name';
import { agentStateLook } from '../display/agent-state-look';
import { firstText } from '../display/first-text';
import { type Thresholds } from '../settings/settings';

/** Something that goes beyond a threshold of the settings. */
export interface Exceedance {
  readonly id: string;
  readonly subject: string;
  readonly what: string;
  /** When it began, on the server's clock; absent where it has no time. */
  readonly since: number | undefined;
}

const MINUTE_MS = 60_000;
const LIMIT_OF: Readonly<Record<string, keyof Thresholds>> = {
  NOT_READY: 'notReadyMinutes',
  TALKING: 'talkingMinutes',
  HOLD: 'holdMinutes',
  WORK: 'wrapUpMinutes',
  WORK_READY: 'wrapUpMinutes',
};

/**
 * What goes beyond the thresholds now: queues first, as callers wait there, then agents; the longest first.
 *
 * @param now - On the server's clock.
 */
export function exceedances(
  { agents, queues }: { readonly agents: readonly Agent[]; readonly queues: readonly Queue[] },
  thresholds: Thresholds,
  now: number,
): readonly Exceedance[] {
  const byAge = (a: Exceedance, b: Exceedance) => (a.since ?? now) - (b.since ?? now);
  return [
    ...queues.flatMap((queue) => ofQueue(queue, thresholds, now)).sort(byAge),
    ...agents.flatMap((agent) => ofAgent(agent, thresholds, now)).sort(byAge),
  ];
}

function ofQueue(queue: Queue, thresholds: Thresholds, now: number): readonly Exceedance[] {
  const { callsInQueue = 0, startTimeOfLongestCallInQueue: since } = queue.statistics ?? {};
  const isLong = since !== undefined && now - since > (thresholds.waitSeconds ?? Infinity) * 1000;
  const isMany = callsInQueue > (thresholds.callsWaiting ?? Infinity);
  return isLong || isMany
    ? [
        {
          id: `queue-${queue.id}`,
          subject: firstText(queue.name, queue.id),
          what: $localize`:@@wall.waiting-calls:${callsInQueue}:count: waiting`,
          since,
        },
      ]
    : [];
}

function ofAgent(agent: Agent, thresholds: Thresholds, now: number): readonly Exceedance[] {
  const limit = LIMIT_OF[agent.state ?? ''];
  const minutes = limit === undefined ? undefined : thresholds[limit];
  const since = agent.stateChangeTime;
  return minutes !== undefined && since !== undefined && now - since > minutes * MINUTE_MS
    ? [{ id: agent.id, subject: agentName(agent), what: agentStateLook(agent.state).word, since }]
    : [];
}
