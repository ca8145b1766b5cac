// What reads outside data, each with the promise that any text must leave unbroken, and texts to begin from.
import {
  decodeConnectRequest,
  decodeDisconnectProperties,
  decodeEventBody,
  decodePresenceBody,
  decodeSubscriptionList,
  decodeSubscriptionReply,
  decodeTunnelMessage,
  encodeEventBody,
  encodePresenceBody,
  encodeSubscriptionReply,
  encodeTunnelMessage,
  formatJid,
  formatNode,
  parseJid,
  parseNode,
} from '../projects/finesse-tunnel/protocol/src/public-api';
import { TUNNEL_MESSAGE_CASES } from '../projects/finesse-tunnel/protocol/src/cases/tunnel-message-cases';
import { DIALOG_CASES } from '../projects/finesse-tunnel/src/lib/notification/cases/dialog-cases';
import { ENVELOPE_CASES } from '../projects/finesse-tunnel/src/lib/notification/cases/envelope-cases';
import { QUEUE_CASES } from '../projects/finesse-tunnel/src/lib/notification/cases/queue-cases';
import { SERVER_CASES } from '../projects/finesse-tunnel/src/lib/notification/cases/server-cases';
import { TEAM_CASES } from '../projects/finesse-tunnel/src/lib/notification/cases/team-cases';
import { USER_CASES } from '../projects/finesse-tunnel/src/lib/notification/cases/user-cases';
import { readNotifications } from '../projects/finesse-tunnel/src/lib/notification/read-notifications';
import { MALFORMED_CASES } from '../projects/finesse-tunnel/xml/src/cases/malformed-cases';
import { WELL_FORMED_CASES } from '../projects/finesse-tunnel/xml/src/cases/well-formed-cases';
import { parseXml } from '../projects/finesse-tunnel/xml/src/parse-xml';
import { agreesWithSaxes } from '../projects/finesse-tunnel/xml/src/testing/agreement';
import { readXmlBody } from '../projects/finesse-sandbox/src/finesse/rest/xml-body';
import { readBoshBody } from '../projects/finesse-sandbox/src/xmpp/bosh-body';
import { readXml } from '../projects/finesse-sandbox/src/xmpp/read-xml';
import { readSaslPlain } from '../projects/finesse-sandbox/src/xmpp/sasl-plain';
import { checkStanza } from './stanza-target.mjs';

const XML_WORDS = [
  '<',
  '</',
  '/>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<?',
  '<!DOCTYPE',
  '&lt;',
  '&#x',
  '&amp;lt;',
  "='",
  ' xmlns=',
];
const NODE = '/finesse/api/User/1001001';
const BOSH = `<body xmlns='http://jabber.org/protocol/httpbind' rid='1' to='d' wait='60' hold='1' ver='1.6' ack='1'/>`;
const xmlOf = ({ xml }) => xml;

/** By name: `check` throws, or returns false, when the promise is broken. */
export const TARGETS = {
  'tunnel-message': {
    seeds: TUNNEL_MESSAGE_CASES.map(({ wire }) => wire),
    words: [
      '|',
      '0|',
      '7|',
      '9|',
      '10|',
      '15|',
      '<presence>',
      '<connInfo>',
      '%20',
      '{"',
      ...XML_WORDS,
    ],
    check: checkTunnelMessage,
  },
  address: {
    seeds: [
      '1001001@d/desk',
      NODE,
      '/finesse/api/Team/Team A/Users',
      '/finesse/api/Queue/7',
      '@',
      '/',
    ],
    words: ['@', '/', '//', '/finesse/api/', 'Dialogs', 'Media', 'Users', 'Queues', 'SystemInfo'],
    check: (text) =>
      roundTrips(parseJid(text), formatJid, parseJid) &&
      isStable(parseNode(text), formatNode, parseNode),
  },
  xml: {
    seeds: [...WELL_FORMED_CASES.map(xmlOf), ...MALFORMED_CASES.map(xmlOf)],
    words: XML_WORDS,
    check: (text) => isTooDeep(text) || agreesWithSaxes(text),
  },
  notification: {
    seeds: [USER_CASES, TEAM_CASES, DIALOG_CASES, QUEUE_CASES, SERVER_CASES, ENVELOPE_CASES]
      .flat()
      .map(xmlOf),
    words: [
      '<Update>',
      '<data>',
      '<user>',
      '<dialogs>',
      '<queue>',
      '<__proto__>',
      '<constructor>',
      '-1',
      ...XML_WORDS,
    ],
    check: checkNotification,
  },
  'bosh-body': {
    seeds: [
      BOSH,
      `<body xmlns='http://jabber.org/protocol/httpbind' rid='2' sid='s' pause='9' type='terminate'><a/></body>`,
    ],
    words: [
      ' rid=',
      ' pause=',
      " type='terminate'",
      ' xmpp:restart=',
      '99999999999999999',
      ...XML_WORDS,
    ],
    check(text) {
      const document = readXml(text);
      return !document.ok || typeof (readBoshBody(document.element)?.rid ?? 0) === 'number';
    },
  },
  stanza: {
    seeds: [
      `<iq xmlns='jabber:client' type='set' id='a' to='pubsub.d'><pubsub xmlns='http://jabber.org/protocol/pubsub'><subscribe node='${NODE}' jid='1001001@d/desk'/></pubsub></iq>`,
      `<iq xmlns='jabber:client' type='get' id='b' to='d'><ping xmlns='urn:xmpp:ping'/></iq>`,
      `<presence xmlns='jabber:client' from='1001001@d/desk'><priority>5</priority></presence>`,
      `<message xmlns='jabber:client' to='1001002@d' type='chat'><body>a</body></message>`,
    ],
    words: [
      " from='1001002@d'",
      " type='result'",
      " type='unavailable'",
      '<subscriptions/>',
      "<query xmlns='http://jabber.org/protocol/disco#info'/>",
      "<query xmlns='jabber:iq:roster'/>",
      "<unsubscribe node='x' jid='y'/>",
      '<priority>-129</priority>',
      ...XML_WORDS,
    ],
    check: checkStanza,
  },
  'sasl-plain': {
    seeds: ['AHVzZXIAcGFzc3dvcmQ=', 'dXNlckBkAHVzZXIAcGFzc3dvcmQ=', '=', '===='],
    words: ['AA==', 'AAAA', '=', 'dXNlcg'],
    check: (text) => typeof readSaslPlain(text, 'd').ok === 'boolean',
  },
  'rest-body': {
    seeds: [
      '<User><state>READY</state></User>',
      '<Dialog><requestedAction>HOLD</requestedAction></Dialog>',
    ],
    words: ['<User>', '<state>', '<mediaProperties>', ...XML_WORDS],
    check: checkRestBody,
  },
};

/** saxes has no limit to depth. */
function isTooDeep(text) {
  try {
    parseXml(text);
    return false;
  } catch (refusal) {
    return refusal.code === 'xml-too-deep';
  }
}

/** Any text is a message or a diagnostic; a message survives writing and reading; so do the bodies within. */
function checkTunnelMessage(text) {
  const message = decodeTunnelMessage(text);
  const bodies =
    // Writing leaves out what URI and XML cannot hold, such as half of a surrogate pair.
    isStable(decodeEventBody(text), encodeEventBody, decodeEventBody) &&
    isStable(decodePresenceBody(text), encodePresenceBody, decodePresenceBody) &&
    equal(
      decodeSubscriptionReply(encodeSubscriptionReply(decodeSubscriptionReply(text))),
      decodeSubscriptionReply(text),
    );
  for (const decode of [decodeSubscriptionList, decodeDisconnectProperties, decodeConnectRequest]) {
    saidWell(decode(text));
  }
  return bodies && roundTrips(message, encodeTunnelMessage, decodeTunnelMessage);
}

/** Never throws, never loses a document silently, and gives plain data that touches no prototype. */
function checkNotification(xml) {
  const { notifications, diagnostics } = readNotifications({ node: NODE, xml }, 0);
  const isPlain = equal(notifications, JSON.parse(JSON.stringify(notifications)));
  const isClean = Object.keys(Object.prototype).length === 0;
  return isPlain && isClean && (notifications.length > 0 || diagnostics.length > 0);
}

/** Refuses by an Error with words, nothing else. */
function checkRestBody(text) {
  try {
    return typeof readXmlBody(new TextEncoder().encode(text)).name === 'string';
  } catch (error) {
    return error.constructor === Error && error.message !== '';
  }
}

function roundTrips(first, encode, decode) {
  return saidWell(first) && (!first.ok || equal(decode(encode(first.value)), first));
}

/** Where several forms mean the same: writing brings one form, and that one stays. */
function isStable(first, format, parse) {
  if (!saidWell(first) || !first.ok) {
    return true;
  }
  const written = format(first.value);
  const again = parse(written);
  return again.ok && format(again.value) === written;
}

function saidWell(read) {
  return read.ok || (read.diagnostic.message !== '' && read.diagnostic.excerpt.length <= 121);
}

function equal(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
