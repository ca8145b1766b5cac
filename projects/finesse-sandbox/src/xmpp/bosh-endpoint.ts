import { type BoshRequest, readBoshBody, writeTerminate } from './bosh-body';
import type { BoshExchange } from './bosh-exchange';
import { BoshSession } from './bosh-session';
import { NS } from './namespaces';
import type { NotificationService } from './notification-service';
import { readXml } from './read-xml';
import { MAX_STANZA_BYTES } from './stanza-limit';
import { XmppSession } from './xmpp-session';

interface BoshClient {
  readonly bosh: BoshSession;
  readonly session: XmppSession;
}

/** The way in by HTTP: XEP-0124 and XEP-0206. */
export class BoshEndpoint {
  private readonly clients = new Map<string, BoshClient>();

  constructor(private readonly service: NotificationService) {}

  /** Takes one POST; every fault of the client is told in a body of type terminate. */
  receive(text: string, exchange: BoshExchange): void {
    const xml = readXml(text);
    const request = xml.ok ? readBoshBody(xml.element) : undefined;
    if (request === undefined) {
      exchange.answer(writeTerminate('bad-request'));
    } else if (request.sid === undefined) {
      this.create(request, exchange);
    } else {
      this.continue(request, exchange, Buffer.byteLength(text) > MAX_STANZA_BYTES);
    }
  }

  private continue(request: BoshRequest, exchange: BoshExchange, isTooLarge: boolean): void {
    const client = this.clients.get(request.sid ?? '');
    if (client === undefined) {
      exchange.answer(writeTerminate('item-not-found'));
      return;
    }
    if (isTooLarge) {
      client.session.end({ condition: 'policy-violation', text: 'stanza too large' });
    }
    client.bosh.accept(request, exchange);
  }

  private create(request: BoshRequest, exchange: BoshExchange): void {
    const { domain } = this.service;
    if (request.to === undefined) {
      exchange.answer(writeTerminate('improper-addressing'));
    } else if (request.to !== domain) {
      exchange.answer(writeTerminate('host-unknown'));
    } else if (this.service.isFull) {
      exchange.answer(writeTerminate('policy-violation'));
    } else {
      this.open(request, exchange);
    }
  }

  private open(opened: BoshRequest, exchange: BoshExchange): void {
    const bosh = new BoshSession(opened, {
      receive: (request) => take(session, bosh, request),
      lost: () => session.gone(),
      closed: () => this.clients.delete(bosh.sid),
    });
    const session = new XmppSession(this.service, bosh);
    this.clients.set(bosh.sid, { bosh, session });
    bosh.open(exchange, this.service.domain, session.openStream());
  }
}

function take(session: XmppSession, bosh: BoshSession, request: BoshRequest): void {
  if (request.isRestart) {
    bosh.send(session.openStream());
  }
  for (const stanza of request.stanzas) {
    // Some clients leave jabber:client off inside the body, which then hands its own namespace down.
    if (![NS.client, NS.sasl, NS.httpBind, ''].some((known) => known === stanza.namespace)) {
      session.end({ condition: 'invalid-namespace', text: `${stanza.namespace} is no stanza.` });
      return;
    }
    session.receive(stanza);
  }
  if (request.isTerminate) {
    session.end();
  }
}
