import type { DisconnectProperties } from 'finesse-tunnel/protocol';
import type {
  EventTunnelConfig,
  EventTunnelHost,
  EventTunnelSettings,
} from './event-tunnel-config';

/**
 * Fills the defaults in.
 *
 * @param config - What the application gave.
 * @param resource - The XMPP resource to use when `config` names none.
 * @param hostIndex - Which host: 0 is that of `tunnelUrl`. One that does not exist counts as the first.
 * @throws `TypeError` that names the setting and the remedy when something cannot be used.
 */
export function resolveConfig(
  config: EventTunnelConfig,
  resource: string,
  hostIndex = 0,
): EventTunnelSettings {
  const hosts = [config, ...(config.otherHosts ?? [])];
  const chosen = hosts[hostIndex] === undefined ? 0 : hostIndex;
  const host = hosts[chosen] ?? config;
  const prefix = chosen === 0 ? '' : `otherHosts[${String(chosen - 1)}].`;
  const tunnelUrl = absoluteUrl(`${prefix}tunnelUrl`, host.tunnelUrl);
  const restUrl =
    host.restUrl === undefined
      ? `${new URL(tunnelUrl).origin}/finesse/api`
      : absoluteUrl(`${prefix}restUrl`, host.restUrl).replace(/\/+$/, '');
  const domains = domainsOf(host);
  return {
    hostCount: hosts.length,
    tunnelUrl,
    restUrl,
    ...(domains === undefined ? {} : { domains }),
    resource: config.resource ?? resource,
    connectionType: config.connectionType === 'bosh' ? 'bosh' : 'websocket',
    timeouts: { ...DEFAULT_TIMEOUTS, ...config.timeouts },
    ping: { ...DEFAULT_PING, ...config.ping },
    reconnect: { ...DEFAULT_DELAYS, ...config.reconnect },
  };
}

const DEFAULT_TIMEOUTS: EventTunnelSettings['timeouts'] = {
  loadedMs: 15_000,
  connectedMs: 30_000,
  subscriptionReplyMs: 10_000,
  disconnectedMs: 5_000,
  systemInfoMs: 10_000,
};

/** A link that dies right after an answer is noticed 6 + 2 × 4 = 14 s later. */
const DEFAULT_PING: DisconnectProperties = {
  xmppRequestTimeout: 4_000,
  xmppFailoverDetectionPingInterval: 6_000,
  xmppFailoverRequestMaxRetry: 2,
};

const DEFAULT_DELAYS: EventTunnelSettings['reconnect'] = { firstMs: 1_000, maxMs: 10_000 };

function domainsOf({ xmppDomain, pubsubDomain }: EventTunnelHost): EventTunnelSettings['domains'] {
  if (xmppDomain === undefined && pubsubDomain === undefined) {
    return undefined;
  }
  if (xmppDomain === undefined || pubsubDomain === undefined) {
    throw new TypeError(
      'finesse-tunnel: xmppDomain and pubsubDomain belong together: give both, or none to read them from SystemInfo.',
    );
  }
  return { xmppDomain, pubsubDomain };
}

/** A relative address would be read against the portal's origin, which is hardly ever Finesse. */
function absoluteUrl(setting: string, value: string): string {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw new TypeError(
      `finesse-tunnel: ${setting} is an absolute http or https address such as https://finesse.example.test:8445/tunnel/; it is "${value}".`,
    );
  }
  return parsed.href;
}
