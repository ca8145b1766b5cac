import {
  encodeDisconnectProperties,
  type TunnelMessage,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';
import type { EventTunnelSettings } from '../model/event-tunnel-config';
import type { Domains } from './connection-event';

/** What the page is told about whoever wants to connect. Holds a secret: never log it. */
export interface Introduced {
  readonly agentId: string;
  readonly secret: string;
  readonly domains: Domains;
}

/**
 * The messages that make a tunnel page connect, in the one order that works with every page.
 *
 * A page connects as soon as it knows id, domain and password; what comes later is too late. So settings go first and
 * the password last; without a resource the page would call itself `undefined`.
 */
export function introduction(
  { agentId, secret, domains }: Introduced,
  { ping, connectionType, resource }: EventTunnelSettings,
): readonly TunnelMessage[] {
  return [
    { type: TunnelMessageType.DisconnectProperties, body: encodeDisconnectProperties(ping) },
    { type: TunnelMessageType.ConnectionType, body: connectionType },
    { type: TunnelMessageType.ContainerConfig, body: '{"enableConsoleTraceLogging":false}' },
    { type: TunnelMessageType.PubsubDomain, body: domains.pubsubDomain },
    { type: TunnelMessageType.ResourceId, body: resource },
    { type: TunnelMessageType.XmppDomain, body: domains.xmppDomain },
    { type: TunnelMessageType.Id, body: agentId },
    { type: TunnelMessageType.Password, body: secret },
  ];
}
