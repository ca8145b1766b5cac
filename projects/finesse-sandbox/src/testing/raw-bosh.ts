import { Agent, request } from 'node:http';

import { bindRequest, jidParts, saslAuth } from './raw-web-socket';
import { DOMAIN, PASSWORD } from './test-node';

const NAMESPACES = 'xmlns="http://jabber.org/protocol/httpbind" xmlns:xmpp="urn:xmpp:xbosh"';

/** A BOSH client that counts for itself, so that it can count wrong. */
export class RawBosh {
  readonly agent = new Agent({ keepAlive: true });
  sid = '';
  rid = 1000;
  private isClosed = false;

  constructor(private readonly url: string) {}

  /** Signs in as that full JID and binds; presence is up to the test. */
  static async signIn(url: string, jid: string): Promise<RawBosh> {
    const { local, resource } = jidParts(jid);
    const client = new RawBosh(url);
    await client.create();
    await client.send(saslAuth(local, PASSWORD));
    await client.send('', `to="${DOMAIN}" xmpp:restart="true"`);
    await client.send(bindRequest(resource));
    return client;
  }

  /** Opens a session; `more` are attributes that replace or add to the usual ones. */
  async create(more = 'wait="60" hold="1"', to = `to="${DOMAIN}"`): Promise<string> {
    const body = await this.post(`<body ${NAMESPACES} rid="${this.rid}" ${to} ver="1.6" ${more}/>`);
    this.sid = / sid="([^"]+)"/.exec(body)?.[1] ?? '';
    return body;
  }

  /** Sends stanzas under the next rid. */
  async send(stanzas = '', more = ''): Promise<string> {
    this.rid += 1;
    return this.sendAs(this.rid, stanzas, more);
  }

  /** Sends under any rid, for the wrong ones. */
  async sendAs(rid: number, stanzas = '', more = ''): Promise<string> {
    return this.post(this.body(rid, stanzas, more));
  }

  body(rid: number, stanzas = '', more = ''): string {
    return `<body ${NAMESPACES} rid="${rid}" sid="${this.sid}" ${more}>${stanzas}</body>`;
  }

  /** Waits until what was posted before has come in: another client has come and gone since. */
  async reached(): Promise<void> {
    const other = new RawBosh(this.url);
    await other.post('no XML');
    other.close();
  }

  /** Posts any text at all; `signal` breaks the connection. */
  async post(body: string, signal?: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      const call = request(
        this.url,
        {
          method: 'POST',
          agent: this.agent,
          headers: { 'content-type': 'text/xml; charset=utf-8' },
          ...(signal === undefined ? {} : { signal }),
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('end', () => resolve(text));
        },
      );
      call.on('error', (error) => {
        if (this.isClosed) {
          resolve('');
        } else {
          reject(error);
        }
      });
      call.end(body);
    });
  }

  /** Breaks all connections; requests that still wait resolve empty. */
  close(): void {
    this.isClosed = true;
    this.agent.destroy();
  }
}
