import { unescapeXml } from 'finesse-tunnel/protocol';
import { type Agent, createClient } from 'stanza';

import { boshUrl, type SignIn, webSocketUrl, type XmppClient } from './xmpp-client';
import type { NodeAddress } from '../../src/public-api';

/** stanza 12. */
export class StanzaClient implements XmppClient {
  readonly presences: string[] = [];
  readonly events: string[] = [];
  readonly streamErrors: string[] = [];
  private agent: Agent | undefined;

  constructor(
    private readonly node: NodeAddress,
    private readonly transport: 'websocket' | 'bosh',
  ) {}

  async signIn(user: string, password: string, resource: string): Promise<SignIn> {
    const bare = `${user}@${this.node.xmppDomain}`;
    const agent = createClient({
      jid: bare,
      resource,
      credentials: { username: user, password },
      autoReconnect: false,
      server: this.node.xmppDomain,
      transports:
        this.transport === 'websocket'
          ? { websocket: webSocketUrl(this.node), bosh: false }
          : { websocket: false, bosh: boshUrl(this.node) },
    });
    this.agent = agent;
    agent.on('presence', ({ from }) => this.presences.push(from));
    agent.on('raw:incoming', (text) => {
      // stanza drops the content of items it has no definition for, and names this error in no event.
      for (const [, escaped] of text.matchAll(/<notification[^>]*>([^<]*)<\/notification>/g)) {
        this.events.push(unescapeXml(escaped ?? ''));
      }
      for (const [, condition] of text.matchAll(/<stream:error[^>]*><([a-z-]+) /g)) {
        this.streamErrors.push(condition ?? '');
      }
    });
    const outcome = await new Promise<SignIn>((resolve) => {
      agent.once('session:started', () => resolve('connected'));
      agent.once('auth:failed', () => resolve('refused'));
      agent.connect();
    });
    if (outcome === 'connected') {
      agent.sendPresence();
    }
    return outcome;
  }

  async subscribe(node: string): Promise<string | undefined> {
    return conditionOf(this.open.subscribeToNode(this.node.pubsubDomain, { node }));
  }

  async unsubscribe(node: string): Promise<string | undefined> {
    return conditionOf(this.open.unsubscribeFromNode(this.node.pubsubDomain, { node }));
  }

  async subscriptions(): Promise<string[]> {
    const { items } = await this.open.getSubscriptions(this.node.pubsubDomain);
    return (items ?? []).map(({ node }) => node ?? '');
  }

  async ping(): Promise<void> {
    await this.open.ping(this.node.xmppDomain);
  }

  async disconnect(): Promise<void> {
    const { agent } = this;
    if (agent?.sessionStarted === true) {
      await new Promise<void>((resolve) => {
        agent.once('stream:end', () => resolve());
        agent.disconnect();
      });
    }
  }

  private get open(): Agent {
    if (this.agent === undefined) {
      throw new Error('not signed in');
    }
    return this.agent;
  }
}

async function conditionOf(request: Promise<unknown>): Promise<string | undefined> {
  try {
    await request;
    return undefined;
  } catch (error) {
    const details: unknown =
      typeof error === 'object' && error !== null ? Reflect.get(error, 'error') : undefined;
    const condition: unknown =
      typeof details === 'object' && details !== null ? Reflect.get(details, 'condition') : details;
    return String(condition);
  }
}
