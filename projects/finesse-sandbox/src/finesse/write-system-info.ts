import { systemInfoNode } from 'finesse-tunnel/protocol';
import type { Deployment } from './deployment';
import { isoTime } from './iso-time';
import type { NodeFacts, SystemInfoFacts } from './system-info-facts';
import { element, type XmlElement } from './xml-element';

const HEARTBEAT_SECONDS = 5;

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
    ...ctiElements(status, inService),
    element('deploymentType', status.deployment.toUpperCase()),
    ...maintenanceElements(),
    element('license', status.deployment === 'uccx' ? 'PREMIUM' : 'n/a'),
    element('peripheralId', status.deployment === 'uccx' ? '1' : '5000'),
    ...(facts === undefined ? [] : nodeElements(facts)),
    element('status', inService ? 'IN_SERVICE' : 'OUT_OF_SERVICE'),
    element('statusReason'),
    element('systemAuthMode', 'NON_SSO'),
    element('timezoneOffset', '0'),
    element('uri', systemInfoNode()),
  ]);
}

/** The link to the telephone system. Three heartbeats are missed before it counts as lost. */
function ctiElements({ now, deployment }: SystemStatus, inService: boolean): XmlElement[] {
  const lastSuccess = inService ? now : now - 3 * HEARTBEAT_SECONDS * 1000;
  const server = element('ctiServer', [
    element('host', 'cti.example.test'),
    element('connectedDuration', inService ? '3600' : '0'),
    element('active', String(inService)),
  ]);
  return [
    element('ctiHeartbeatInterval', String(HEARTBEAT_SECONDS)),
    element('ctiServers', [server]),
    element('ctiVersion', deployment === 'uccx' ? '14' : '24'),
    element('lastCTIHeartbeatStatus', inService ? 'success' : 'failure'),
    element('lastSuccessCTIHeartbeatTime', String(lastSuccess)),
  ];
}

/** Nobody maintains anything here: a negative time says so. */
function maintenanceElements(): XmlElement[] {
  return ['cti', 'finesse'].flatMap((what) => [
    element(`${what}MMode`),
    element(`${what}TimeInMMode`, '-1'),
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
