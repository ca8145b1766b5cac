// A tunnel page as most are written: Strophe 5, WebSocket or BOSH, subscriptions by hand.
import { $iq, $pres, Strophe } from 'strophe.js';

const PUBSUB = 'http://jabber.org/protocol/pubsub';
const told = new Map();
let connection;

addEventListener('message', ({ data }) => {
  if (typeof data !== 'string') {
    return;
  }
  const bar = data.indexOf('|');
  const type = data.slice(0, bar);
  const body = data.slice(bar + 1);
  told.set(type, body);
  if (type === '7' || type === '8') {
    subscribe(type, body);
  } else if (type === '11') {
    connection?.disconnect('asked to');
  } else if (type === '2') {
    connect();
  }
});
post('4|loaded');

function connect() {
  const secure = location.protocol === 'https:';
  const url =
    told.get('12') === 'bosh'
      ? `${location.origin}/http-bind/`
      : `${secure ? 'wss' : 'ws'}://${location.host}/ws/`;
  connection = new Strophe.Connection(url, { mechanisms: [Strophe.SASLPlain] });
  const jid = `${told.get('1')}@${told.get('5')}/${told.get('3') ?? 'tunnel'}`;
  connection.connect(jid, told.get('2'), announce);
  told.delete('2');
}

function announce(status) {
  if (status === Strophe.Status.CONNECTED) {
    connection.addHandler(forward, null, 'message');
    connection.addHandler(openGate, null, 'presence');
    connection.send($pres());
  } else if (status === Strophe.Status.AUTHFAIL) {
    post('4|unauthorized');
  } else if (status === Strophe.Status.DISCONNECTED) {
    post('4|disconnected');
  }
}

function openGate(presence) {
  if (!presence.getAttribute('from').startsWith('finesse@')) {
    return true;
  }
  post(`3|${Strophe.getResourceFromJid(connection.jid)}`);
  post('4|connected');
  return false;
}

function forward(message) {
  const items = message.getElementsByTagName('items')[0];
  if (items !== undefined) {
    post(`0|${encodeURI(items.getAttribute('node'))}${message.textContent}`);
  }
  return true;
}

function subscribe(type, node) {
  const iq = $iq({ type: 'set', to: told.get('6') })
    .c('pubsub', { xmlns: PUBSUB })
    .c(type === '7' ? 'subscribe' : 'unsubscribe', { node, jid: connection.jid });
  connection.sendIQ(iq, () => post(`${type}|${node}`));
}

function post(message) {
  parent.postMessage(message, '*');
}
