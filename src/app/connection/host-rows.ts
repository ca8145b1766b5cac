import { type ConnectionStatus } from 'finesse-tunnel';
import { type DashboardHost } from '../config/dashboard-config';
import { type HostAnswer } from './host-probe';

/** Whether one of the three things holds that a Finesse node needs; `elsewhere`: the session is on another host. */
export type Criterion = 'yes' | 'no' | 'unknown' | 'elsewhere';

/** A configured host with what is known of it. */
export interface HostRow extends DashboardHost {
  /** `A` for the first, `B` for the next. */
  readonly name: string;
  readonly isInUse: boolean;
  readonly inService: Criterion;
  readonly xmpp: Criterion;
  readonly finesse: Criterion;
  readonly answer: HostAnswer | undefined;
}

/** Says of each host how ready it is: of the one in use what the library knows, of the others what they answered. */
export function hostRows(
  hosts: readonly DashboardHost[],
  status: ConnectionStatus,
  answers: ReadonlyMap<string, HostAnswer>,
): readonly HostRow[] {
  return hosts.map((host, index) => {
    const isInUse = index === (status.hostIndex ?? 0) && status.phase !== 'disconnected';
    const answer = answers.get(host.restUrl);
    const { isInService, isXmppConnected, isFinesseHere } = status.readiness;
    const own = isInUse ? criterion(isInService) : 'unknown';
    return {
      ...host,
      name: String.fromCharCode(65 + index),
      isInUse,
      inService: own === 'unknown' ? answered(answer) : own,
      xmpp: isInUse ? criterion(isXmppConnected) : 'elsewhere',
      finesse: isInUse ? criterion(isXmppConnected ? isFinesseHere : undefined) : 'elsewhere',
      answer,
    };
  });
}

function criterion(holds: boolean | undefined): Criterion {
  return holds === undefined ? 'unknown' : holds ? 'yes' : 'no';
}

function answered(answer: HostAnswer | undefined): Criterion {
  if (answer === undefined) {
    return 'unknown';
  }
  return answer.status === 'IN_SERVICE' ? 'yes' : 'no';
}
