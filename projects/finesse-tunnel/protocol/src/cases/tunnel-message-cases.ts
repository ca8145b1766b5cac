import { type TunnelMessage, TunnelMessageType } from '../tunnel-message';

/** A message, and the one form in which it travels: read and written alike. */
export interface TunnelMessageCase {
  readonly name: string;
  readonly wire: string;
  readonly message: TunnelMessage;
}

export const TUNNEL_MESSAGE_CASES: readonly TunnelMessageCase[] = [
  {
    name: 'an event',
    wire: '0|/finesse/api/Team/Team%20A/Users<Update><event>PUT</event></Update>',
    message: {
      type: TunnelMessageType.Event,
      body: '/finesse/api/Team/Team%20A/Users<Update><event>PUT</event></Update>',
    },
  },
  { name: 'an id', wire: '1|1001', message: { type: TunnelMessageType.Id, body: '1001' } },
  {
    name: 'a password with the separator in it',
    wire: '2|a|b||',
    message: { type: TunnelMessageType.Password, body: 'a|b||' },
  },
  {
    name: 'an empty password',
    wire: '2|',
    message: { type: TunnelMessageType.Password, body: '' },
  },
  {
    name: 'a resource',
    wire: '3|finesse-tunnel-7f3a',
    message: { type: TunnelMessageType.ResourceId, body: 'finesse-tunnel-7f3a' },
  },
  {
    name: 'a status',
    wire: '4|connected',
    message: { type: TunnelMessageType.Status, body: 'connected' },
  },
  {
    name: 'an XMPP domain',
    wire: '5|fin-a.example.test',
    message: { type: TunnelMessageType.XmppDomain, body: 'fin-a.example.test' },
  },
  {
    name: 'a pubsub domain',
    wire: '6|pubsub.fin-a.example.test',
    message: { type: TunnelMessageType.PubsubDomain, body: 'pubsub.fin-a.example.test' },
  },
  {
    name: 'a wish to subscribe',
    wire: '7|/finesse/api/Queue/41',
    message: { type: TunnelMessageType.Subscribe, body: '/finesse/api/Queue/41' },
  },
  {
    name: 'a refused unsubscription',
    wire: '8|/finesse/api/Queue/41|<ApiErrors/>',
    message: { type: TunnelMessageType.Unsubscribe, body: '/finesse/api/Queue/41|<ApiErrors/>' },
  },
  {
    name: 'a presence',
    wire: '9|<presence><from>finesse@fin-a.example.test</from><type/></presence>',
    message: {
      type: TunnelMessageType.Presence,
      body: '<presence><from>finesse@fin-a.example.test</from><type/></presence>',
    },
  },
  {
    name: 'a connect request',
    wire: '10|<connInfo/>',
    message: { type: TunnelMessageType.ConnectRequest, body: '<connInfo/>' },
  },
  {
    name: 'a disconnect request',
    wire: '11|',
    message: { type: TunnelMessageType.DisconnectRequest, body: '' },
  },
  {
    name: 'a connection type',
    wire: '12|websocket',
    message: { type: TunnelMessageType.ConnectionType, body: 'websocket' },
  },
  {
    name: 'a log line over two lines',
    wire: '13|first\nsecond',
    message: { type: TunnelMessageType.Logging, body: 'first\nsecond' },
  },
  {
    name: 'a list of subscriptions',
    wire: '14|[]',
    message: { type: TunnelMessageType.Subscriptions, body: '[]' },
  },
  {
    name: 'ping timing',
    wire: '15|{"xmppRequestTimeout":"10000"}',
    message: {
      type: TunnelMessageType.DisconnectProperties,
      body: '{"xmppRequestTimeout":"10000"}',
    },
  },
  {
    name: 'container settings',
    wire: '16|{"enableConsoleTraceLogging":true}',
    message: {
      type: TunnelMessageType.ContainerConfig,
      body: '{"enableConsoleTraceLogging":true}',
    },
  },
];
