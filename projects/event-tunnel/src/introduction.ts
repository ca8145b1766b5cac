import {
  type ConnectionType,
  type ConnectRequest,
  decodeDisconnectProperties,
  DEFAULT_DISCONNECT_PROPERTIES,
  readConnectionType,
  type TunnelMessage,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';

const SILENT_TYPES: ReadonlySet<number> = new Set([
  TunnelMessageType.PubsubDomain,
  TunnelMessageType.Subscribe,
  TunnelMessageType.Unsubscribe,
  TunnelMessageType.ConnectRequest,
  TunnelMessageType.DisconnectRequest,
  TunnelMessageType.Subscriptions,
]);

/**
 * What the parent has told about itself so far.
 *
 * Everything but the password is remembered for the next connection; so, after a disconnect, the password alone
 * connects again.
 */
export class Introduction {
  connectionType: ConnectionType = 'websocket';
  pingProperties = DEFAULT_DISCONNECT_PROPERTIES;
  /** Until the parent names one, one for the life of the page: a reconnect takes over the session it lost. */
  resource = `tunnel-${crypto.randomUUID().slice(0, 8)}`;
  /** Empty until SystemInfo told the parent. */
  pubsubDomain = '';
  domain: string | undefined;
  private id: string | undefined;
  private password: string | undefined;

  private readonly notes: Partial<Record<TunnelMessageType, (body: string) => void>> = {
    [TunnelMessageType.Id]: (body) => (this.id = body),
    [TunnelMessageType.Password]: (body) => (this.password = body),
    [TunnelMessageType.XmppDomain]: (body) => (this.domain = body),
    [TunnelMessageType.PubsubDomain]: (body) => (this.pubsubDomain = body),
    [TunnelMessageType.ResourceId]: (body) => (this.resource = body || this.resource),
    [TunnelMessageType.ConnectionType]: (body) => (this.connectionType = readConnectionType(body)),
    [TunnelMessageType.DisconnectProperties]: (body) => {
      const properties = decodeDisconnectProperties(body);
      this.pingProperties = properties.ok ? properties.value : this.pingProperties;
    },
  };

  /** Notes what a message tells; one that tells nothing is passed over. */
  note({ type, body }: TunnelMessage): void {
    this.notes[type]?.(body);
  }

  /** Notes what a CONNECT_REQ tells, but for the password, and hands out the credentials at once. */
  noteRequest({ id, password, xmppDomain, connectionType }: ConnectRequest): Credentials {
    this.id = id;
    this.domain = xmppDomain;
    this.connectionType = connectionType ?? this.connectionType;
    return { user: id.toLowerCase(), password, domain: xmppDomain };
  }

  /**
   * Hands out the credentials once they are complete, and forgets the password. Empty ones count as given.
   *
   * @param type - The message just noted: some never connect, as in Cisco's page.
   */
  takeCredentials(type: TunnelMessageType): Credentials | undefined {
    const { id, password, domain } = this;
    if (SILENT_TYPES.has(type) || id === undefined || domain === undefined) {
      return undefined;
    }
    this.password = undefined;
    return password === undefined ? undefined : { user: id.toLowerCase(), password, domain };
  }
}

/** Who wants in. */
export interface Credentials {
  /** The local part of the JID: the id in lower case. */
  readonly user: string;
  readonly password: string;
  readonly domain: string;
}
