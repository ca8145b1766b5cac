import { client, type Client, xml } from '@xmpp/client';

import { DOMAIN, PASSWORD, PUBSUB_DOMAIN } from './xmpp-server';

const NS_PUBSUB = 'http://jabber.org/protocol/pubsub';

/** How every node is made: nothing kept, and never an event for one resource handed to another. */
const NODE_CONFIG = {
  FORM_TYPE: `${NS_PUBSUB}#node_config`,
  'pubsub#access_model': 'open',
  'pubsub#notification_type': 'headline',
  'pubsub#persist_items': '0',
  'pubsub#send_last_published_item': 'never',
};

/** The user `finesse`, who owns the nodes and publishes to them. */
export class Publisher {
  private constructor(private readonly session: Client) {}

  /** Signs in at a server and shows presence. */
  static async signIn(url: string): Promise<Publisher> {
    const session = client({
      service: `${url.replace(/^http/, 'ws')}/ws/`,
      domain: DOMAIN,
      resource: 'publisher',
      username: 'finesse',
      password: PASSWORD,
    });
    session.on('error', () => undefined); // An error that nobody hears would end the process.
    await session.start();
    await session.send(xml('presence', {}));
    return new Publisher(session);
  }

  /** Makes a node, XEP-0060 §8.1. One that exists is kept. */
  async createNode(node: string): Promise<void> {
    const fields = Object.entries(NODE_CONFIG).map(([name, value]) =>
      xml('field', { var: name }, xml('value', {}, value)),
    );
    const form = xml('x', { xmlns: 'jabber:x:data', type: 'submit' }, ...fields);
    try {
      await this.ask(xml('create', { node }), xml('configure', {}, form));
    } catch (error) {
      if (!(error instanceof Error && Reflect.get(error, 'condition') === 'conflict')) {
        throw error;
      }
    }
  }

  /** Publishes text in the element that Finesse puts it in, XEP-0060 §7.1. */
  async publish(node: string, payload: string): Promise<void> {
    const notification = xml('notification', { xmlns: NS_PUBSUB }, payload);
    await this.ask(xml('publish', { node }, xml('item', {}, notification)));
  }

  /** Leaves; also fine when the server is gone. */
  async signOut(): Promise<void> {
    this.session.reconnect.stop();
    await this.session.stop();
  }

  private async ask(...content: readonly ReturnType<typeof xml>[]): Promise<void> {
    const pubsub = xml('pubsub', { xmlns: NS_PUBSUB }, ...content);
    await this.session.iqCaller.request(xml('iq', { type: 'set', to: PUBSUB_DOMAIN }, pubsub));
  }
}
