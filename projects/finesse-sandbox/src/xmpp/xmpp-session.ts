import { randomUUID } from 'node:crypto';

import { agentJid, bareJid, escapeXml, resourceOf } from 'finesse-tunnel/protocol';

import type { ClientLink } from './client-link';
import { NS } from './namespaces';
import type { Departure, NotificationService } from './notification-service';
import { readSaslPlain, type SaslFailure } from './sasl-plain';
import { handleBoundStanza } from './bound-stanza';
import { STANZA_ERRORS } from './stanza-error';
import { writeIqError, writeIqResult } from './stanza-writer';
import type { StreamError } from './stream-error';
import type { XmlElement } from './xml-element';

/**
 * One client's way through the stream, RFC 6120 §4.3:
 * new (wants SASL) → secured (wants a new stream) → restarted (wants a resource) → bound → ended.
 */
type Phase = 'new' | 'secured' | 'restarted' | 'bound' | 'ended';

const MAX_SIGN_IN_ATTEMPTS = 5;
const MAX_RESOURCE_LENGTH = 1023;

/** One client's XMPP state, whichever way it came in. */
export class XmppSession {
  readonly id = randomUUID();
  readonly since = Date.now();
  /** Account id as the contact centre writes it; empty before SASL succeeded. */
  userId = '';
  /** Full JID; empty before a resource is bound. */
  jid = '';
  escapedBareJid = '';
  /** Whether the client sent available presence: before that no event is routed to it. */
  isAvailable = false;
  priority = 0;
  private phase: Phase = 'new';
  private failedSignIns = 0;
  private readonly signInTimer: NodeJS.Timeout;

  constructor(
    readonly service: NotificationService,
    private readonly link: ClientLink,
  ) {
    this.signInTimer = setTimeout(() => {
      this.end({ condition: 'connection-timeout', text: 'Sign-in took too long.' });
    }, service.signInTimeoutMs);
    this.signInTimer.unref();
  }

  get transport(): ClientLink['transport'] {
    return this.link.transport;
  }

  get isBound(): boolean {
    return this.phase === 'bound';
  }

  get resource(): string {
    return resourceOf(this.jid);
  }

  /** Whether the client is to begin its stream anew, because SASL succeeded. */
  get wantsNewStream(): boolean {
    return this.phase === 'secured';
  }

  /**
   * Begins the stream, or begins it anew after SASL: what the server offers at this point.
   *
   * @param first - What the transport itself offers before SASL, such as STARTTLS.
   */
  openStream(first = ''): string {
    if (this.phase === 'secured') {
      this.phase = 'restarted';
    }
    const offered =
      this.phase === 'new'
        ? `${first}<mechanisms xmlns="${NS.sasl}"><mechanism>PLAIN</mechanism></mechanisms>`
        : `<bind xmlns="${NS.bind}"/><session xmlns="${NS.session}"><optional/></session>`;
    return (
      `<stream:features xmlns:stream="${NS.streams}" xmlns="${NS.client}">` +
      `${offered}</stream:features>`
    );
  }

  /** Takes one top-level element of the client. What fails in here ends this session and no other. */
  receive(stanza: XmlElement): void {
    try {
      this.handle(stanza);
    } catch (error) {
      this.service.failed(error);
      this.end({ condition: 'internal-server-error', text: 'The sandbox failed; see its log.' });
    }
  }

  send(xml: string): void {
    if (this.phase !== 'ended') {
      this.link.send(xml);
    }
  }

  /** Says goodbye and forgets the session. */
  end(error?: StreamError): void {
    if (this.finish('left')) {
      this.link.close(error);
    }
  }

  /** Cuts the client off without a goodbye. */
  cut(): void {
    if (this.finish('lost')) {
      this.link.cut();
    }
  }

  /** The client went away by itself, without a goodbye. */
  gone(): void {
    this.finish('lost');
  }

  private handle(stanza: XmlElement): void {
    switch (this.phase) {
      case 'new':
        this.receiveSasl(stanza);
        break;
      case 'restarted':
        this.receiveBind(stanza);
        break;
      case 'bound':
        handleBoundStanza(this, stanza);
        break;
      case 'secured':
        this.end({ condition: 'not-authorized', text: 'Open a new stream after success.' });
        break;
      case 'ended':
        break;
    }
  }

  private receiveSasl(stanza: XmlElement): void {
    if (stanza.name !== 'auth' || stanza.namespace !== NS.sasl) {
      if (stanza.namespace === NS.sasl) {
        this.refuseSignIn('malformed-request');
        return;
      }
      this.end({ condition: 'not-authorized', text: 'Sign in before you send stanzas.' });
      return;
    }
    if (stanza.attribute('mechanism') !== 'PLAIN') {
      this.refuseSignIn('invalid-mechanism');
      return;
    }
    const plain = readSaslPlain(stanza.text, this.service.domain);
    if (!plain.ok) {
      this.refuseSignIn(plain.failure);
      return;
    }
    const userId = this.service.signIn(plain.user, plain.password);
    if (userId === undefined) {
      this.refuseSignIn('not-authorized');
      return;
    }
    this.userId = userId;
    this.phase = 'secured';
    this.send(`<success xmlns="${NS.sasl}"/>`);
  }

  private refuseSignIn(failure: SaslFailure): void {
    this.failedSignIns += 1;
    this.send(
      `<failure xmlns="${NS.sasl}"><${failure}/>` +
        '<text xml:lang="en">The server does not accept this sign-in.</text></failure>',
    );
    if (this.failedSignIns >= MAX_SIGN_IN_ATTEMPTS) {
      this.end({ condition: 'policy-violation', text: 'Too many failed sign-ins.' });
    }
  }

  private receiveBind(stanza: XmlElement): void {
    const bind = stanza.child('bind', NS.bind);
    const id = stanza.attribute('id');
    if (stanza.name !== 'iq' || stanza.attribute('type') !== 'set' || !bind || id === undefined) {
      this.end({ condition: 'not-authorized', text: 'Bind a resource first.' });
      return;
    }
    const wanted = bind.child('resource')?.text.trim() ?? '';
    if (wanted.length > MAX_RESOURCE_LENGTH) {
      this.send(writeIqError({ id, jid: '', to: undefined }, STANZA_ERRORS.badRequest));
      return;
    }
    this.bind(agentJid(this.userId, this.service.domain, wanted === '' ? this.id : wanted), id);
  }

  private bind(jid: string, iqId: string): void {
    this.jid = jid;
    this.escapedBareJid = escapeXml(bareJid(jid));
    this.phase = 'bound';
    clearTimeout(this.signInTimer);
    const content = `<bind xmlns="${NS.bind}"><jid>${escapeXml(jid)}</jid></bind>`;
    this.service.bound(this, () => {
      this.send(writeIqResult({ id: iqId, jid, to: undefined }, content));
    });
  }

  private finish(departure: Departure): boolean {
    if (this.phase === 'ended') {
      return false;
    }
    clearTimeout(this.signInTimer);
    this.service.ended(this, departure);
    this.phase = 'ended';
    return true;
  }
}
