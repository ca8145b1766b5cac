import {
  type ConnectionType,
  type ConnectRequest,
  decodeDisconnectProperties,
  DEFAULT_DISCONNECT_PROPERTIES,
  readConnectionType,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';

import { randomDigits } from './random-digits';

/** These never connect, as in Cisco's page. */
const SILENT_TYPES: readonly number[] = [
  TunnelMessageType.PubsubDomain,
  TunnelMessageType.Subscribe,
  TunnelMessageType.Unsubscribe,
  TunnelMessageType.ConnectRequest,
  TunnelMessageType.DisconnectRequest,
  TunnelMessageType.Subscriptions,
];

/** Empty, these say nothing. */
const NEVER_EMPTY: readonly number[] = [
  TunnelMessageType.ResourceId,
  TunnelMessageType.PubsubDomain,
];

/**
 * What the parent has told about itself so far.
 *
 * Everything but the password is remembered for the next connection; so, after a disconnect, the password alone
 * connects again.
 */
export class Introduction {
  pingProperties = DEFAULT_DISCONNECT_PROPERTIES;
  /** By type, what was told last. */
  private readonly told: Partial<Record<TunnelMessageType, string | undefined>> = {
    // Until the parent names one, one for the life of the page: a reconnect takes over the session it lost.
    [TunnelMessageType.ResourceId]: `tunnel-${randomDigits(1)}`,
  };

  get connectionType(): ConnectionType {
    return readConnectionType(this.told[TunnelMessageType.ConnectionType] ?? '');
  }

  get resource(): string {
    return this.told[TunnelMessageType.ResourceId] ?? '';
  }

  /** The usual name until the parent tells another, so that a request is always answered. */
  get pubsubDomain(): string {
    const { told } = this;
    const usual = `pubsub.${told[TunnelMessageType.XmppDomain] ?? ''}`;
    return told[TunnelMessageType.PubsubDomain] ?? usual;
  }

  /** Whether the parent wants to see in the console what the page logs. */
  get isTracing(): boolean {
    const json = this.told[TunnelMessageType.ContainerConfig] ?? '';
    return /"enableConsoleTraceLogging"\s*:\s*"?true\b/.test(json);
  }

  /** Notes what a message tells; one that tells nothing is passed over. */
  note(type: TunnelMessageType, body: string): void {
    const isSettings = type === TunnelMessageType.DisconnectProperties;
    if (isSettings) {
      const properties = decodeDisconnectProperties(body);
      this.pingProperties = properties.ok ? properties.value : this.pingProperties;
    } else if (body || !NEVER_EMPTY.includes(type)) {
      this.told[type] = body;
    }
  }

  /** Notes what a CONNECT_REQ tells, but for the password, and hands out the credentials at once. */
  noteRequest({ id, password, xmppDomain, connectionType }: ConnectRequest): Credentials {
    this.note(TunnelMessageType.Id, id);
    this.note(TunnelMessageType.XmppDomain, xmppDomain);
    if (connectionType) {
      this.note(TunnelMessageType.ConnectionType, connectionType);
    }
    return { user: id.toLowerCase(), password, domain: xmppDomain };
  }

  /**
   * Hands out the credentials once they are complete, and forgets the password. Empty ones count as given.
   *
   * @param type - The message just noted: some never connect.
   */
  takeCredentials(type: TunnelMessageType): Credentials | undefined {
    const { told } = this;
    const id = told[TunnelMessageType.Id];
    const password = told[TunnelMessageType.Password];
    const domain = told[TunnelMessageType.XmppDomain];
    if (SILENT_TYPES.includes(type) || id === undefined || domain === undefined) {
      return undefined;
    }
    told[TunnelMessageType.Password] = undefined;
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
