// A tunnel page on stanza 12, WebSocket. It reads known payloads only, so one is declared for the notification's text.
import { createClient } from 'stanza';
import { pubsubItemContentAliases, text } from 'stanza/jxt';
import { answerParent, post } from './rival-parent.mjs';

const PUBSUB = 'http://jabber.org/protocol/pubsub';
let session;

answerParent({ connect, subscribe, disconnect: () => session?.disconnect() });

function connect(told) {
  session = createClient({
    jid: `${told.get('1')}@${told.get('5')}`,
    resource: told.get('3') ?? 'tunnel',
    password: told.get('2'),
    sasl: ['PLAIN'],
    autoReconnect: false,
    transports: { websocket: `ws://${location.host}/ws/`, bosh: false },
  });
  session.stanzas.define({
    aliases: pubsubItemContentAliases(),
    element: 'notification',
    fields: { xml: text() },
    namespace: PUBSUB,
    type: PUBSUB,
  });
  session.on('session:started', () => session.sendPresence());
  session.on('presence', ({ from }) => openGate(from));
  session.on('pubsub:published', ({ pubsub: { items } }) => {
    const xml = items.published.map(({ content }) => content?.xml ?? '').join('');
    post(`0|${encodeURI(items.node)}${xml}`);
  });
  session.connect();
}

function openGate(from) {
  if (from.startsWith('finesse@')) {
    post('3|tunnel');
    post('4|connected');
  }
}

async function subscribe({ verb, type, node, pubsub }) {
  await (verb === 'subscribe'
    ? session.subscribeToNode(pubsub, node)
    : session.unsubscribeFromNode(pubsub, node));
  post(`${type}|${node}`);
}
