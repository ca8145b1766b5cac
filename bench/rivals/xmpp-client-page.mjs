// A tunnel page on @xmpp/client: WebSocket alone, it knows no BOSH.
import { client, xml } from '@xmpp/client';
import { answerParent, post } from './rival-parent.mjs';

const PUBSUB = 'http://jabber.org/protocol/pubsub';
let session;

answerParent({ connect, subscribe, disconnect: () => session?.stop() });

function connect(told) {
  session = client({
    service: `ws://${location.host}/ws/`,
    domain: told.get('5'),
    resource: told.get('3') ?? 'tunnel',
    username: told.get('1'),
    password: told.get('2'),
  });
  session.reconnect.stop();
  session.on('stanza', hear);
  session.on('error', () => post('4|disconnected'));
  session.on('online', () => session.send(xml('presence')));
  session.start().catch(() => post('4|unauthorized'));
}

function hear(stanza) {
  if (stanza.is('presence') && stanza.attrs.from?.startsWith('finesse@')) {
    post(`3|${session.jid.resource}`);
    post('4|connected');
  } else if (stanza.is('message')) {
    const items = stanza.getChild('event')?.getChild('items');
    if (items !== undefined) {
      post(`0|${encodeURI(items.attrs.node)}${textOf(items)}`);
    }
  }
}

/** ltx's own `text()` looks at direct children only. */
function textOf(element) {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('');
}

async function subscribe({ verb, type, node, pubsub }) {
  const jid = String(session.jid);
  const request = xml('iq', { type: 'set', to: pubsub }, xml('pubsub', { xmlns: PUBSUB }));
  request.getChild('pubsub').c(verb, { node, jid });
  await session.iqCaller.request(request);
  post(`${type}|${node}`);
}
