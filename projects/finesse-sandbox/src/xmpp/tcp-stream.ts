import { StringDecoder } from 'node:string_decoder';

import { NS } from './namespaces';
import type { NotificationService } from './notification-service';
import { MAX_STANZA_BYTES } from './stanza-limit';
import { attributes } from './stanza-writer';
import type { StreamError } from './stream-error';
import { StreamParser } from './stream-parser';
import type { TcpLink } from './tcp-link';
import type { XmlElement } from './xml-element';
import { XmppSession } from './xmpp-session';

/** One client's stream over TCP; it begins anew after TLS and after SASL (RFC 6120 §5.4.3.3, §6.4.6). */
export class TcpStream {
  private readonly session: XmppSession;
  private parser: StreamParser;
  private decoder = new StringDecoder('utf8');
  private isOpen = false;
  private bytesInside = 0;
  private wantsNewParser = false;

  constructor(
    private readonly service: NotificationService,
    private readonly link: TcpLink,
    /** Begins TLS on this connection; absent where there is none to be had, or it is on already. */
    private startTls: (() => void) | undefined,
  ) {
    this.session = new XmppSession(service, link);
    this.parser = this.newParser();
  }

  receive(bytes: Buffer): void {
    // What is between stanzas counts too: a client has no reason to send it without end.
    this.bytesInside += bytes.length;
    this.parser.write(this.decoder.write(bytes));
    if (this.wantsNewParser) {
      this.wantsNewParser = false;
      this.parser = this.newParser();
    }
    if (!this.parser.isInside) {
      this.bytesInside = 0;
    } else if (this.bytesInside > MAX_STANZA_BYTES) {
      this.session.end({ condition: 'policy-violation', text: 'stanza too large' });
    }
  }

  gone(): void {
    this.session.gone();
  }

  private newParser(): StreamParser {
    this.decoder = new StringDecoder('utf8');
    return new StreamParser({
      opened: (header) => this.opened(header),
      stanza: (element) => this.stanza(element),
      closed: () => this.session.end(),
      failed: (error) => this.fail(error),
    });
  }

  private opened(header: XmlElement): void {
    const { domain, isFull } = this.service;
    if (header.name !== 'stream' || header.namespace !== NS.streams) {
      this.fail({ condition: 'invalid-namespace', text: 'This is no XMPP stream.' });
    } else if ((header.attribute('to')?.toLowerCase() ?? domain) !== domain) {
      this.fail({ condition: 'host-unknown', text: `This is ${domain}.` });
    } else if (!this.isOpen && isFull) {
      this.fail({ condition: 'resource-constraint', text: 'There are too many sessions.' });
    } else {
      this.sayOpen();
      this.link.send(this.session.openStream(this.startTls === undefined ? '' : STARTTLS));
    }
  }

  private stanza(element: XmlElement): void {
    if (element.namespace === NS.tls) {
      this.beginTls(element);
    } else if (element.namespace === NS.client || element.namespace === NS.sasl) {
      this.session.receive(element);
      this.wantsNewParser = this.session.wantsNewStream;
    } else {
      this.fail({ condition: 'invalid-namespace', text: `${element.namespace} is no stanza.` });
    }
  }

  private beginTls(element: XmlElement): void {
    const start = this.startTls;
    if (element.name !== 'starttls' || start === undefined) {
      this.link.send(`<failure xmlns="${NS.tls}"/>`);
      this.session.end();
      return;
    }
    this.startTls = undefined;
    this.link.send(`<proceed xmlns="${NS.tls}"/>`);
    this.wantsNewParser = true;
    start();
  }

  private sayOpen(): void {
    this.isOpen = true;
    const head = attributes({
      xmlns: NS.client,
      'xmlns:stream': NS.streams,
      from: this.service.domain,
      id: this.session.id,
      version: '1.0',
      'xml:lang': 'en',
    });
    this.link.send(`<?xml version="1.0"?><stream:stream${head}>`);
  }

  private fail(error: StreamError): void {
    if (!this.isOpen) {
      // RFC 6120 §4.9.1.2: the server opens its side before it reports an error.
      this.sayOpen();
    }
    this.session.end(error);
  }
}

const STARTTLS = `<starttls xmlns="${NS.tls}"/>`;
