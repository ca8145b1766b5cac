import type { XmppStream, XmppStreamListener } from '../stream/xmpp-stream';
import { settled } from './settled';

const STREAM = "xmlns:stream='http://etherx.jabber.org/streams' xmlns='jabber:client'";
const SASL = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'";

/** An XMPP server at the other end of a stream; the spec speaks for it. */
export class FakeServer implements XmppStream {
  readonly sent: string[] = [];
  isClosed = false;
  restarts = 0;
  private isOver = false;

  constructor(private readonly listener: XmppStreamListener) {}

  restart(): void {
    this.restarts++;
  }

  send(stanza: string): void {
    this.sent.push(stanza);
  }

  close(): void {
    this.isClosed = true;
    this.isOver = true;
  }

  /** Sends one element; `xmlns` is `jabber:client` unless it says otherwise. */
  says(xml: string): void {
    const text = /^<[\w:]+[^>]*\sxmlns[:=]/.test(xml)
      ? xml
      : xml.replace(/^<[\w:]+/, (name) => `${name} ${STREAM}`);
    if (!this.isOver) {
      this.listener.stanza(new DOMParser().parseFromString(text, 'text/xml').documentElement);
    }
  }

  drops(why = 'gone'): void {
    if (!this.isOver) {
      this.isOver = true;
      this.listener.closed(why);
    }
  }

  offers(...mechanisms: string[]): void {
    const list = mechanisms.map((name) => `<mechanism>${name}</mechanism>`).join('');
    this.says(
      `<stream:features ${STREAM}><mechanisms ${SASL}>${list}</mechanisms></stream:features>`,
    );
  }

  /** Waits for the next thing sent that matches, the `from`-th sent thing being the first to look at. */
  async hears(pattern: RegExp, from = 0): Promise<string> {
    const find = () => this.sent.slice(from).find((text) => pattern.test(text));
    await settled(() => find() !== undefined);
    return find() ?? '';
  }

  /** Signs the client in by PLAIN, up to and with its wish for a resource. */
  async offersResource(): Promise<void> {
    this.offers('PLAIN');
    await this.hears(/<auth /);
    this.says(`<success ${SASL}/>`);
    await settled(() => this.restarts === 1);
    this.says(
      `<stream:features ${STREAM}><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></stream:features>`,
    );
    await this.hears(/<bind /);
  }

  /** Signs the client in and binds what it asks for, up to and without any presence. */
  async admits(jid: string): Promise<void> {
    await this.offersResource();
    this.answers(
      /<bind /,
      `<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>${jid}</jid></bind>`,
    );
    await this.hears(/<presence /);
  }

  /** Answers the last request that matches with a result, or with an error of that condition. */
  answers(pattern: RegExp, content = '', condition?: string): void {
    const request = this.sent.filter((text) => pattern.test(text)).at(-1) ?? '';
    const id = / id='([^']+)'/.exec(request)?.[1] ?? 'nothing like it was sent';
    const error =
      `<error type='cancel'><${condition ?? ''} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>` +
      `<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>No &lt;such&gt; node</text></error>`;
    const type = condition === undefined ? 'result' : 'error';
    this.says(`<iq type='${type}' id='${id}'>${condition === undefined ? content : error}</iq>`);
  }
}
