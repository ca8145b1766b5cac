// A signed-in client that sends any text, beside another one that must notice nothing of it.
import { NotificationService } from '../projects/finesse-sandbox/src/xmpp/notification-service';
import { readXml } from '../projects/finesse-sandbox/src/xmpp/read-xml';
import { XmppSession } from '../projects/finesse-sandbox/src/xmpp/xmpp-session';

const NODE = '/finesse/api/User/1001002';
const failures = [];
const service = new NotificationService({
  domain: 'd',
  accounts: {
    authenticate: (id) => ({ ok: true, user: { id } }),
    defaultNodes: (id) => [`/finesse/api/User/${id}`],
    access: (id, node) => (node.endsWith(id) ? 'ok' : 'forbidden'),
  },
  onFailure: (error) => failures.push(error),
});
const heard = [];
signIn('1001002', (xml) => heard.push(xml)).receive(element(`<presence xmlns='jabber:client'/>`));
heard.length = 0;

/** Whatever comes is answered or ends that one session: no exception, nothing for the other, whose events go on. */
export function checkStanza(text) {
  const xml = readXml(text);
  if (xml.ok) {
    const answers = [];
    const session = signIn('1001001', (answer) => answers.push(answer));
    session.receive(xml.element);
    session.end();
  }
  service.pubsub.publish(NODE, '<Update/>');
  const events = heard
    .splice(0)
    .filter((message) => message.includes('&lt;Update/>') || message.includes('&lt;Update/&gt;'));
  return failures.length === 0 && events.length === 1 && service.sessions.length === 1;
}

function signIn(id, send) {
  const session = new XmppSession(service, {
    transport: 'websocket',
    send,
    close: () => undefined,
    cut: () => undefined,
  });
  const credentials = Buffer.from(`\0${id}\0cisco`).toString('base64');
  session.receive(
    element(
      `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${credentials}</auth>`,
    ),
  );
  session.openStream();
  session.receive(
    element(
      `<iq xmlns='jabber:client' type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>desk</resource></bind></iq>`,
    ),
  );
  return session;
}

function element(text) {
  const xml = readXml(text);
  if (!xml.ok) {
    throw new Error(`not XML: ${text}`);
  }
  return xml.element;
}
