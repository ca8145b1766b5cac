import { systemInfoNode } from 'finesse-tunnel/protocol';
import type { Deployment } from './deployment';
import { isoTime } from './iso-time';
import type { NodeFacts, SystemInfoFacts } from './system-info-facts';
import { element, type XmlElement } from './xml-element';

/** The part of SystemInfo that both nodes share. */
export interface SystemStatus {
  readonly inService: boolean;
  readonly deployment: Deployment;
  readonly now: number;
}

/**
 * SystemInfo as REST (name `SystemInfo`) and the notification (name `systemInfo`) tell it.
 *
 * @param facts - Domains and hosts of the node that answers; left out where nobody knows them.
 */
export function systemInfoElement(
  name: 'SystemInfo' | 'systemInfo',
  status: SystemStatus,
  facts?: SystemInfoFacts,
): XmlElement {
  const inService = status.inService && facts?.outOfService !== true;
  return element(name, [
    element('currentTimestamp', isoTime(status.now)),
    element('ctiHeartbeatInterval', '5'),
    element('deploymentType', status.deployment.toUpperCase()),
    element('lastCTIHeartbeatStatus', inService ? 'success' : 'failure'),
    ...(facts === undefined ? [] : nodeElements(facts)),
    element('status', inService ? 'IN_SERVICE' : 'OUT_OF_SERVICE'),
    element('statusReason'),
    element('systemAuthMode', 'NON_SSO'),
    element('timezoneOffset', '0'),
    element('uri', systemInfoNode()),
  ]);
}

function nodeElements(facts: SystemInfoFacts): XmlElement[] {
  return [
    nodeElement('primaryNode', facts.primaryNode),
    ...(facts.secondaryNode === undefined
      ? []
      : [nodeElement('secondaryNode', facts.secondaryNode)]),
    element('xmppDomain', facts.xmppDomain),
    element('xmppPubSubDomain', facts.xmppPubSubDomain),
  ];
}

function nodeElement(name: string, node: NodeFacts): XmlElement {
  const ports = (['httpsPort', 'xmppPort', 'xmppSecurePort'] as const).flatMap((port) =>
    node[port] === undefined ? [] : [element(port, String(node[port]))],
  );
  return element(name, [element('host', node.host), ...ports]);
}
