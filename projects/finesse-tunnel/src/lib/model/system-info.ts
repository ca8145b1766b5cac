import type { Extra } from './extra';
import type { OpenWord } from './open-word';

/** Whether the server takes requests; while it is not `IN_SERVICE` all but SystemInfo answer 503. */
export type SystemStatus = OpenWord<'IN_SERVICE' | 'OUT_OF_SERVICE' | 'PARTIAL_SERVICE'>;

/** How far a planned move of users to the other node has come; 12.6(1) on. */
export type MaintenanceMode = OpenWord<'INITIATING' | 'IN_PROGRESS' | ''>;

/** One of the two servers of a cluster. Ports are told from 12.6(2) on. */
export interface FinesseNode {
  readonly host?: string;
  readonly httpsPort?: number;
  readonly xmppPort?: number;
  readonly xmppSecurePort?: number;
  readonly extra?: Extra;
}

/** A CTI server that Finesse may talk to; newest releases. */
export interface CtiServer {
  readonly host?: string;
  readonly connectedDuration?: string;
  readonly active?: boolean;
  readonly extra?: Extra;
}

/** What a server says about itself. */
export interface SystemInfo {
  readonly status?: SystemStatus;
  readonly statusReason?: string;
  /** Of the node that answers; the other one has its own. */
  readonly xmppDomain?: string;
  readonly xmppPubSubDomain?: string;
  readonly primaryNode?: FinesseNode;
  /** Absent where there is only one node, even if the server sends an empty element. */
  readonly secondaryNode?: FinesseNode;
  readonly deploymentType?: OpenWord<'UCCE' | 'UCCX'>;
  readonly systemAuthMode?: OpenWord<'SSO' | 'NON_SSO' | 'HYBRID'>;
  /** The server's clock in milliseconds since 1970, for correcting the local one. */
  readonly currentTimestamp?: number;
  readonly timezoneOffsetMinutes?: number;
  readonly lastCtiHeartbeatStatus?: OpenWord<'success' | 'failure' | ''>;
  /** Milliseconds since 1970. */
  readonly lastSuccessCtiHeartbeatTime?: number;
  readonly ctiVersion?: string;
  readonly ctiHeartbeatIntervalSeconds?: number;
  readonly license?: string;
  readonly peripheralId?: string;
  readonly uri?: string;
  readonly ctiMaintenanceMode?: MaintenanceMode;
  /** Negative: not in maintenance. */
  readonly ctiTimeInMaintenanceMode?: number;
  readonly finesseMaintenanceMode?: MaintenanceMode;
  /** Negative: not in maintenance. */
  readonly finesseTimeInMaintenanceMode?: number;
  readonly ctiServers?: readonly CtiServer[];
  readonly extra?: Extra;
}
