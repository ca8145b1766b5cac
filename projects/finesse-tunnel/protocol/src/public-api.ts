/**
 * The wire protocol between a portal and the EventTunnel page, and the names of the Finesse notification domain.
 * Framework-free and without imports: library, tunnel page and sandbox share it.
 */
export { type Decoded, type ProtocolDiagnostic, type ProtocolDiagnosticCode } from './decoded';
export { type TunnelMessage, TunnelMessageType } from './tunnel-message';
export { decodeTunnelMessage, encodeTunnelMessage, isTunnelMessageType } from './tunnel-codec';
export { readTunnelStatus, TUNNEL_STATUSES, type TunnelStatus } from './tunnel-status';
export { decodeEventBody, encodeEventBody, type EventBody } from './event-body';
export { splitDocuments } from './split-documents';
export {
  decodeSubscriptionReply,
  EMPTY_API_ERRORS,
  encodeSubscriptionReply,
  type SubscriptionReply,
} from './subscription-reply';
export {
  decodeSubscriptionList,
  encodeSubscriptionList,
  type ListedSubscription,
} from './subscription-list';
export { decodePresenceBody, encodePresenceBody, type PresenceBody } from './presence-body';
export {
  type ConnectionType,
  type ConnectRequest,
  decodeConnectRequest,
  decodeDisconnectProperties,
  DEFAULT_DISCONNECT_PROPERTIES,
  type DisconnectProperties,
  encodeConnectRequest,
  encodeDisconnectProperties,
  readConnectionType,
} from './connection-settings';
export { agentJid, bareJid, formatJid, type Jid, parseJid, resourceOf, sameBareJid } from './jid';
export {
  dialogNode,
  FINESSE_API,
  formatNode,
  type NodeName,
  parseNode,
  queueNode,
  systemInfoNode,
  teamUsersNode,
  userDialogsNode,
  userMediaDialogsNode,
  userMediaNode,
  userNode,
  userQueuesNode,
} from './node-names';
export { escapeXml, unescapeXml } from './xml-text';
