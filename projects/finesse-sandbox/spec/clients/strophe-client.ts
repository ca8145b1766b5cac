import type { Element as Stanza } from '@xmldom/xmldom';
import { $iq, $pres, Strophe } from 'strophe.js';

import type { NodeAddress } from '../../src/public-api';
import { FetchRequest } from './fetch-request';
import type { SignIn, XmppClient } from './xmpp-client';

const PUBSUB = 'http://jabber.org/protocol/pubsub';
Reflect.set(globalThis, 'XMLHttpRequest', FetchRequest);
Strophe.setLogLevel(Strophe.LogLevel.FATAL);

/** What the specs use of Strophe, of either age. */
export interface StropheLibrary {
  readonly Strophe: Pick<typeof Strophe, 'Connection' | 'Status'>;
  readonly $iq: typeof $iq;
  readonly $pres: typeof $pres;
}

/** strophe.js 5, or an older one that is given. */
export class StropheClient implements XmppClient {
  readonly presences: string[] = [];
  readonly events: string[] = [];
  readonly streamErrors: string[] = [];
  private readonly connection;
  private wakeOnEnd: (() => void) | undefined;

  constructor(
    private readonly node: NodeAddress,
    url: string,
    private readonly library: StropheLibrary = { Strophe, $iq, $pres },
  ) {
    this.connection = new library.Strophe.Connection(url);
  }

  async signIn(user: string, password: string, resource: string): Promise<SignIn> {
    const jid = `${user}@${this.node.xmppDomain}/${resource}`;
    const { Status } = this.library.Strophe;
    return new Promise((resolve) => {
      this.connection.connect(jid, password, (status, condition) => {
        if (status === Status.CONNECTED) {
          this.listen();
          this.connection.send(this.library.$pres());
          resolve('connected');
        } else if (status === Status.AUTHFAIL) {
          resolve('refused');
        } else if (status === Status.ERROR || status === Status.CONNFAIL) {
          this.streamErrors.push(condition ?? '');
        } else if (status === Status.DISCONNECTED) {
          this.wakeOnEnd?.();
        }
      });
    });
  }

  async subscribe(node: string): Promise<string | undefined> {
    return this.change('subscribe', node);
  }

  async unsubscribe(node: string): Promise<string | undefined> {
    return this.change('unsubscribe', node);
  }

  async subscriptions(): Promise<string[]> {
    const request = this.library
      .$iq({ type: 'get', to: this.node.pubsubDomain })
      .c('pubsub', { xmlns: PUBSUB })
      .c('subscriptions');
    const answer = await this.request(request);
    return [...answer.getElementsByTagName('subscription')].map(
      (subscription) => subscription.getAttribute('node') ?? '',
    );
  }

  async ping(): Promise<void> {
    await this.request(
      this.library
        .$iq({ type: 'get', to: this.node.xmppDomain })
        .c('ping', { xmlns: 'urn:xmpp:ping' }),
    );
  }

  async disconnect(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wakeOnEnd = resolve;
      if (this.connection.connected) {
        this.connection.disconnect('');
      } else {
        resolve();
      }
    });
    this.connection.reset();
  }

  private listen(): void {
    const add = (name: string, note: (stanza: Stanza) => void) => {
      const handler = (stanza: Stanza) => {
        note(stanza);
        return true;
      };
      this.connection.addHandler(handler, null, name, null, null, null);
    };
    add('presence', (stanza) => this.presences.push(stanza.getAttribute('from') ?? ''));
    add('message', (stanza) => {
      const [notification] = stanza.getElementsByTagName('notification');
      this.events.push(notification?.textContent ?? '');
    });
  }

  private async change(action: string, node: string): Promise<string | undefined> {
    const { jid } = this.connection;
    const answer = await this.request(
      this.library
        .$iq({ type: 'set', to: this.node.pubsubDomain })
        .c('pubsub', { xmlns: PUBSUB })
        .c(action, { node, jid }),
    );
    return answer.getElementsByTagName('error')[0]?.getElementsByTagName('*')[0]?.tagName;
  }

  private async request(iq: ReturnType<typeof $iq>): Promise<Stanza> {
    return new Promise((resolve, reject) => {
      this.connection.sendIQ(
        iq,
        resolve,
        (error: Stanza | null) => {
          if (error === null) {
            reject(new Error('no answer'));
          } else {
            resolve(error);
          }
        },
        4000,
      );
    });
  }
}
