import { client, type Client, xml } from '@xmpp/client';

import type { NodeAddress } from '../../src/public-api';
import type { SignIn, XmppClient } from './xmpp-client';

const PUBSUB = 'http://jabber.org/protocol/pubsub';

/** \@xmpp/client 0.14, which speaks WebSocket and plain TCP. */
export class XmppJsClient implements XmppClient {
  readonly presences: string[] = [];
  readonly events: string[] = [];
  readonly streamErrors: string[] = [];
  private connection: Client | undefined;
  private jid = '';

  /** @param service - `ws://…/ws/` or `xmpp://…`. */
  constructor(
    private readonly node: NodeAddress,
    private readonly service: string,
  ) {}

  async signIn(user: string, password: string, resource: string): Promise<SignIn> {
    const connection = client({
      service: this.service,
      domain: this.node.xmppDomain,
      // Named, because it does not choose PLAIN by itself on a connection without TLS.
      credentials: async (authenticate) => {
        await authenticate({ username: user, password }, 'PLAIN', xml('user-agent'));
      },
      resource,
    });
    this.connection = connection;
    connection.reconnect.stop();
    connection.on('error', (error) => this.streamErrors.push(conditionOf(error)));
    connection.on('stanza', (stanza) => {
      if (stanza.is('presence')) {
        this.presences.push(String(stanza.attrs['from']));
      } else if (stanza.is('message')) {
        const item = stanza.getChild('event')?.getChild('items')?.getChild('item');
        this.events.push(item?.getChild('notification')?.text() ?? '');
      }
    });
    try {
      this.jid = (await connection.start()).toString();
    } catch {
      await connection.stop();
      return 'refused';
    }
    await connection.send(xml('presence'));
    return 'connected';
  }

  async subscribe(node: string): Promise<string | undefined> {
    return this.change('subscribe', node);
  }

  async unsubscribe(node: string): Promise<string | undefined> {
    return this.change('unsubscribe', node);
  }

  async subscriptions(): Promise<string[]> {
    const content = xml('pubsub', { xmlns: PUBSUB }, xml('subscriptions'));
    const answer = await this.open.iqCaller.get(content, this.node.pubsubDomain);
    const list = answer?.getChild('subscriptions')?.getChildren('subscription') ?? [];
    return list.map(({ attrs }) => String(attrs['node']));
  }

  async ping(): Promise<void> {
    await this.open.iqCaller.request(
      xml('iq', { type: 'get', to: this.node.xmppDomain }, xml('ping', { xmlns: 'urn:xmpp:ping' })),
    );
  }

  async disconnect(): Promise<void> {
    await this.connection?.stop();
  }

  private get open(): Client {
    if (this.connection === undefined) {
      throw new Error('not signed in');
    }
    return this.connection;
  }

  private async change(action: string, node: string): Promise<string | undefined> {
    const content = xml('pubsub', { xmlns: PUBSUB }, xml(action, { node, jid: this.jid }));
    try {
      await this.open.iqCaller.set(content, this.node.pubsubDomain);
      return undefined;
    } catch (error) {
      return conditionOf(error);
    }
  }
}

function conditionOf(error: unknown): string {
  const condition: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'condition') : undefined;
  return String(condition ?? error);
}
