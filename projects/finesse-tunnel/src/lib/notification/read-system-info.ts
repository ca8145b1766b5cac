import type { CtiServer, FinesseNode, SystemInfo } from '../model/system-info';
import { flag, integer, list, object, text, time, uri, word } from './field-kinds';
import { fieldReader } from './field-table';

const readNode = fieldReader<FinesseNode>({
  host: word(),
  httpsPort: integer(),
  xmppPort: integer(),
  xmppSecurePort: integer(),
});

const readCtiServer = fieldReader<CtiServer>({
  host: word(),
  connectedDuration: word(),
  active: flag(),
});

/** Reads what a server says about itself. */
export const readSystemInfo = fieldReader<SystemInfo>({
  status: word(),
  statusReason: text(),
  xmppDomain: word(),
  xmppPubSubDomain: word(),
  primaryNode: object(readNode),
  secondaryNode: object(readNode),
  deploymentType: word(),
  systemAuthMode: word(),
  currentTimestamp: time(),
  timezoneOffsetMinutes: integer('timezoneOffset'),
  lastCtiHeartbeatStatus: word('lastCTIHeartbeatStatus'),
  lastSuccessCtiHeartbeatTime: time('lastSuccessCTIHeartbeatTime'),
  ctiVersion: word(),
  ctiHeartbeatIntervalSeconds: integer('ctiHeartbeatInterval'),
  license: word(),
  peripheralId: word(),
  uri: uri(),
  ctiMaintenanceMode: word('ctiMMode'),
  ctiTimeInMaintenanceMode: integer('ctiTimeInMMode'),
  finesseMaintenanceMode: word('finesseMMode'),
  finesseTimeInMaintenanceMode: integer('finesseTimeInMMode'),
  ctiServers: list(object(readCtiServer, 'ctiServer')),
});
