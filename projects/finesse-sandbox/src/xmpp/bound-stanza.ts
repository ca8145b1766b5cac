import { bareJid } from 'finesse-tunnel/protocol';

import { answerPubsub } from './pubsub-request';
import { answerServerRequest } from './server-request';
import { NS } from './namespaces';
import { nodeInfo } from './node-info';
import { normalJid } from './stanza-address';
import { STANZA_ERRORS, type StanzaError } from './stanza-error';
import { type IqAddress, writeBounce, writeIqError, writeIqResult } from './stanza-writer';
import type { XmlElement } from './xml-element';
import type { XmppSession } from './xmpp-session';

/** Handles what a signed-in client sends: iq, presence, message. */
export function handleBoundStanza(session: XmppSession, stanza: XmlElement): void {
  if (!isFromSelf(session, stanza)) {
    // RFC 6120 §8.1.2.1: a client may leave `from` out or tell the truth.
    session.end({ condition: 'invalid-from', text: 'The from attribute is not yours.' });
    return;
  }
  switch (stanza.name) {
    case 'iq':
      handleIq(session, stanza);
      break;
    case 'presence':
      handlePresence(session, stanza);
      break;
    case 'message':
      handleMessage(session, stanza);
      break;
    default:
      session.end({
        condition: 'unsupported-stanza-type',
        text: `There is no stanza named ${stanza.name}.`,
      });
  }
}

function isFromSelf(session: XmppSession, stanza: XmlElement): boolean {
  const from = stanza.attribute('from');
  const jid = from === undefined ? undefined : normalJid(from);
  return from === undefined || jid === session.jid || jid === bareJid(session.jid);
}

function handleIq(session: XmppSession, iq: XmlElement): void {
  const type = iq.attribute('type') ?? '';
  if (type === 'result' || type === 'error') {
    return;
  }
  const to = iq.attribute('to');
  const address: IqAddress = { id: iq.attribute('id') ?? '', jid: session.jid, to };
  const answer = answerIq(session, iq);
  if (typeof answer === 'string') {
    session.send(writeIqResult(address, answer));
  } else if (!isSilentRefusal(session, iq)) {
    session.send(writeIqError(address, answer));
  }
}

function answerIq(session: XmppSession, iq: XmlElement): string | StanzaError {
  const type = iq.attribute('type') ?? '';
  const payload = iq.children[0];
  // RFC 6120 §8.2.3: an id, get or set, and exactly one child.
  const isComplete = iq.attribute('id') !== undefined && iq.children.length === 1;
  if (!isComplete || payload === undefined || (type !== 'get' && type !== 'set')) {
    return STANZA_ERRORS.badRequest;
  }
  const to = iq.attribute('to')?.toLowerCase();
  const { addresses, pubsub } = session.service;
  if (payload.name === 'pubsub' && payload.namespace === NS.pubsub) {
    return to === addresses.pubsubDomain
      ? answerPubsub(pubsub, session, { type, pubsub: payload })
      : STANZA_ERRORS.serviceUnavailable;
  }
  const node = payload.attribute('node');
  const asksOfNode = `${type} ${payload.namespace}` === `get ${NS.discoInfo}` && node !== undefined;
  if (asksOfNode && to === addresses.pubsubDomain) {
    return nodeInfo(pubsub, session.userId, node);
  }
  return answerServerRequest(addresses, to === bareJid(session.jid) ? undefined : to, {
    type,
    payload,
  });
}

/** The real service was seen to leave a refused subscription without any answer. */
function isSilentRefusal(session: XmppSession, iq: XmlElement): boolean {
  const isSubscribe = iq.child('pubsub', NS.pubsub)?.child('subscribe') !== undefined;
  return isSubscribe && session.service.refusesSilently;
}

function handlePresence(session: XmppSession, presence: XmlElement): void {
  const type = presence.attribute('type');
  if (presence.attribute('to') !== undefined || (type !== undefined && type !== 'unavailable')) {
    // Directed presence and roster requests have no one to go to: only the publisher is there.
    return;
  }
  if (type === 'unavailable') {
    session.service.becameUnavailable(session);
    return;
  }
  const text = presence.child('priority')?.text.trim() ?? '0';
  const priority = /^[+-]?\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  // RFC 6121 §4.7.2.3: an integer between -128 and +127.
  if (!(priority >= -128 && priority <= 127)) {
    session.send(writeBounce(presence, session.jid, STANZA_ERRORS.badRequest));
    return;
  }
  session.service.becameAvailable(session, priority);
}

function handleMessage(session: XmppSession, message: XmlElement): void {
  if (message.attribute('type') !== 'error') {
    session.send(writeBounce(message, session.jid, STANZA_ERRORS.serviceUnavailable));
  }
}
