import { type Jid, parseJid } from 'finesse-tunnel/protocol';
import { WebSocket } from 'ws';

import { DOMAIN, PASSWORD } from './test-node';

const openFrame = (domain: string) =>
  `<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="${domain}" version="1.0"/>`;

/** A client that writes its own frames, so that it can write wrong ones. */
export class RawWebSocket {
  readonly frames: string[] = [];
  closeCode: number | undefined;
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.frames.push(data.toString('utf8'));
      this.wake();
    });
    socket.on('close', (code) => {
      this.closeCode = code;
      this.wake();
    });
  }

  static async connect(url: string): Promise<RawWebSocket> {
    const socket = new WebSocket(url, 'xmpp');
    const client = new RawWebSocket(socket);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return client;
  }

  /** Signs in as that full JID and binds; presence is up to the test. */
  static async signIn(url: string, jid: string): Promise<RawWebSocket> {
    const { local, domain, resource } = jidParts(jid);
    const client = await RawWebSocket.connect(url);
    client.send(openFrame(domain));
    client.send(saslAuth(local, PASSWORD));
    await client.until((frame) => frame.startsWith('<success'));
    client.send(openFrame(domain));
    client.send(bindRequest(resource));
    await client.until((frame) => frame.includes('<jid>'));
    return client;
  }

  open(): void {
    this.send(openFrame(DOMAIN));
  }

  send(frame: string): void {
    this.socket.send(frame);
  }

  /** The first frame, already come or yet to come, that fits. */
  async until(fits: (frame: string) => boolean): Promise<string> {
    for (;;) {
      const found = this.frames.find(fits);
      if (found !== undefined) {
        return found;
      }
      await this.change();
    }
  }

  async untilClosed(): Promise<number> {
    while (this.closeCode === undefined) {
      await this.change();
    }
    return this.closeCode;
  }

  /** Waits for the answer to a ping, by when everything sent before has come. */
  async settled(): Promise<void> {
    const id = `settled-${this.frames.length.toString()}`;
    this.send(`<iq xmlns="jabber:client" type="get" id="${id}"><ping xmlns="urn:xmpp:ping"/></iq>`);
    await this.until((frame) => frame.includes(`id="${id}"`));
  }

  close(): void {
    this.socket.terminate();
  }

  private async change(): Promise<void> {
    await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  private wake(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    waiting.forEach((run) => run());
  }
}

/** The parts of a full JID. */
export function jidParts(jid: string): Jid {
  const parsed = parseJid(jid);
  if (!parsed.ok) {
    throw new Error(parsed.diagnostic.message);
  }
  return parsed.value;
}

/** SASL PLAIN as clients send it. */
export function saslAuth(user: string, password: string): string {
  const plain = Buffer.from(`\0${user}\0${password}`).toString('base64');
  return `<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${plain}</auth>`;
}

/** The iq that binds a resource. */
export function bindRequest(resource: string): string {
  return (
    '<iq xmlns="jabber:client" type="set" id="bind"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind">' +
    `<resource>${resource}</resource></bind></iq>`
  );
}

/** The iq that changes a subscription. */
export function pubsubRequest(action: string, node: string, jid: string): string {
  return (
    `<iq xmlns="jabber:client" type="set" id="${action}-${node}" to="pubsub.${DOMAIN}">` +
    '<pubsub xmlns="http://jabber.org/protocol/pubsub">' +
    `<${action} node="${node}" jid="${jid}"/></pubsub></iq>`
  );
}
