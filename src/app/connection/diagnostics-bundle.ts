import {
  type ConnectionStatus,
  type NodeSubscription,
  type SystemInfo,
  type TunnelLedger,
  type TunnelLogEntry,
} from 'finesse-tunnel';
import { type DashboardConfig } from '../config/dashboard-config';
import { type HostAnswer } from './host-probe';
import { type PhaseEntry } from './phase-log';
import { type RefusalLog } from './refusals';

/** Everything a bundle is made of. */
export interface BundleFacts {
  readonly at: number;
  readonly userAgent: string;
  readonly origin: string;
  readonly config: Pick<DashboardConfig, 'hosts' | 'connectionType'> | undefined;
  readonly status: ConnectionStatus;
  readonly phases: readonly PhaseEntry[];
  readonly answers: ReadonlyMap<string, HostAnswer>;
  readonly systemInfo: SystemInfo | undefined;
  readonly skewMs: number;
  readonly subscriptions: readonly NodeSubscription[];
  readonly ledger: TunnelLedger;
  readonly refusals: RefusalLog;
  /** The tunnel's messages, redacted by the library. */
  readonly messages: readonly TunnelLogEntry[];
  readonly known: Readonly<Record<'agents' | 'dialogs' | 'queues', number>>;
}

/**
 * What whoever helps from afar needs to see. Of people it holds ids alone: no names, telephone numbers, call
 * variables, and nothing of what came in or was typed. Addresses lose what may hide a secret: user, query, fragment.
 */
export function diagnosticsBundle(facts: BundleFacts): string {
  const { at, config, answers, systemInfo, subscriptions, refusals, ...plain } = facts;
  const hosts = (config?.hosts ?? []).map(({ tunnelUrl, restUrl }) => ({
    tunnelUrl: bare(tunnelUrl),
    restUrl: bare(restUrl),
    answer: answers.get(restUrl),
  }));
  const bundle = {
    format: 'finesse-dashboard-diagnostics',
    version: 1,
    writtenAt: new Date(at).toISOString(),
    ...plain,
    connectionType: config?.connectionType,
    hosts,
    systemInfo: systemInfo === undefined ? undefined : serverFacts(systemInfo),
    subscriptions: subscriptions.map(({ error, ...subscription }) => ({
      ...subscription,
      error: error?.code,
    })),
    refused: {
      total: refusals.total,
      latest: refusals.latest.map(({ at: when, code, node }) => ({ at: when, code, node })),
    },
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

function serverFacts(info: SystemInfo): Partial<SystemInfo> {
  const { status, statusReason, deploymentType, xmppDomain, xmppPubSubDomain } = info;
  return {
    ...(status === undefined ? {} : { status }),
    ...(statusReason === undefined ? {} : { statusReason }),
    ...(deploymentType === undefined ? {} : { deploymentType }),
    ...(xmppDomain === undefined ? {} : { xmppDomain }),
    ...(xmppPubSubDomain === undefined ? {} : { xmppPubSubDomain }),
  };
}

function bare(address: string): string {
  if (!URL.canParse(address)) {
    return '';
  }
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}
