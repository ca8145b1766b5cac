import { type Decoded, decoded, refused } from './decoded';
import { parseJson } from './json';
import { escapeXml, unescapeXml } from './xml-text';

/** How the tunnel page reaches the Notification Service. */
export type ConnectionType = 'websocket' | 'bosh';

/** Reads the body of a NOTIFICATION_CONNECTION_TYPE message: anything but `bosh` means WebSocket. */
export function readConnectionType(body: string): ConnectionType {
  return body.trim().toLowerCase() === 'bosh' ? 'bosh' : 'websocket';
}

/** When the tunnel page declares a silent link dead; XEP-0199 pings, WebSocket only. Times in milliseconds. */
export interface DisconnectProperties {
  /** How long to wait for the answer to one ping. */
  readonly xmppRequestTimeout: number;
  /** Time between two pings. */
  readonly xmppFailoverDetectionPingInterval: number;
  /** Pings without an answer until the link counts as dead. Below 2 Cisco's page gives up at the first ping. */
  readonly xmppFailoverRequestMaxRetry: number;
}

/** What Cisco's page uses when nobody says otherwise. */
export const DEFAULT_DISCONNECT_PROPERTIES: DisconnectProperties = {
  xmppRequestTimeout: 10_000,
  xmppFailoverDetectionPingInterval: 10_000,
  xmppFailoverRequestMaxRetry: 2,
};

/** Browsers run a longer timer at once, so that pings would come in a flood. */
const LONGEST_TIMER = 2_147_483_647;

/** Writes the body of an XMPP_DISCONNECT_PROPERTIES message. */
export function encodeDisconnectProperties(properties: DisconnectProperties): string {
  return JSON.stringify(properties);
}

/** Reads such a body; values may be numbers or digits in a string, missing ones take their default. */
export function decodeDisconnectProperties(body: string): Decoded<DisconnectProperties> {
  const given = parseJson(body);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return refused(
      'bad-connection-properties',
      'Ping timing is a JSON object with xmppRequestTimeout, xmppFailoverDetectionPingInterval and xmppFailoverRequestMaxRetry.',
      body,
    );
  }
  const properties = { ...DEFAULT_DISCONNECT_PROPERTIES };
  for (const key of Object.keys(properties) as (keyof DisconnectProperties)[]) {
    const value: unknown = Reflect.get(given, key);
    if (value === undefined) {
      continue;
    }
    const number = Math.floor(Number(value));
    if (!(number >= 1 && number <= LONGEST_TIMER)) {
      return refused(
        'bad-connection-properties',
        `${key} is a whole number from 1 to ${String(LONGEST_TIMER)}.`,
        body,
      );
    }
    properties[key] = number;
  }
  return decoded(properties);
}

/** What a CONNECT_REQ message carries. Holds a password: never log it. */
export interface ConnectRequest {
  readonly id: string;
  readonly password: string;
  readonly xmppDomain: string;
  /** Absent: whatever the page was told before. */
  readonly connectionType?: ConnectionType;
}

/** Writes the XML of a CONNECT_REQ message, escaped. */
export function encodeConnectRequest(request: ConnectRequest): string {
  const { id, password, xmppDomain, connectionType } = request;
  const type =
    connectionType === undefined
      ? ''
      : `<notificationConnectionType>${connectionType}</notificationConnectionType>`;
  return (
    `<connInfo><id>${escapeXml(id)}</id><password>${escapeXml(password)}</password>` +
    `<xmppDomain>${escapeXml(xmppDomain)}</xmppDomain>${type}</connInfo>`
  );
}

/** Reads such XML, also the unescaped text that Cisco's parent writes. The diagnostic never quotes it. */
export function decodeConnectRequest(body: string): Decoded<ConnectRequest> {
  const read = (name: string): string | undefined => {
    const open = body.indexOf(`<${name}>`);
    const close = body.lastIndexOf(`</${name}>`);
    return open < 0 || close < open
      ? undefined
      : unescapeXml(body.slice(open + name.length + 2, close));
  };
  const id = read('id');
  const password = read('password');
  const xmppDomain = read('xmppDomain');
  const type = read('notificationConnectionType');
  if (id === undefined || password === undefined || xmppDomain === undefined) {
    return refused(
      'bad-connect-request',
      'A connect request is XML: connInfo with id, password and xmppDomain. One of them is missing.',
      '',
    );
  }
  return decoded({
    id,
    password,
    xmppDomain,
    ...(type === undefined ? {} : { connectionType: readConnectionType(type) }),
  });
}
