// The least of a Notification Service: lets anybody in, confirms everything, and sends what the benchmark wants.
import { WebSocketServer } from 'ws';
import { serve } from './static-server.mjs';

const DOMAIN = 'finesse-a.example.test';
const FRAMING = 'urn:ietf:params:xml:ns:xmpp-framing';
const FEATURES = {
  sasl: "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>",
  bind: "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>",
};

/**
 * Serves files, and XMPP at `/ws/`; a client at `/bare` gets frames without any handshake.
 *
 * @returns What `serve` gives, and `nextClient()`: resolves with the socket of the next client that is ready for events.
 */
export async function serveXmpp(files) {
  const site = await serve(files);
  const waiting = [];
  const upgrades = new WebSocketServer({ server: site.server, handleProtocols: () => 'xmpp' });
  upgrades.on('connection', (socket, request) => {
    const ready = () => waiting.shift()?.(socket);
    if (request.url === '/bare') {
      ready();
    } else {
      answer(socket, ready);
    }
  });
  const nextClient = () => new Promise((resolve) => waiting.push(resolve));
  const close = async () => {
    upgrades.clients.forEach((socket) => socket.terminate());
    await site.close();
  };
  return { ...site, nextClient, close };
}

/** A message stanza as the Notification Service sends it. */
export function eventStanza(node, payload) {
  return (
    `<message xmlns="jabber:client" from="pubsub.${DOMAIN}" to="1000001@${DOMAIN}" id="k3Vw81qZ"><event xmlns="http://jabber.org/protocol/pubsub#event">` +
    `<items node="${node}"><item id="5b0f6c1e-2f8e-4f6b-9a55-3f0a6d1f2c7741"><notification xmlns="http://jabber.org/protocol/pubsub">` +
    `${escape(payload)}</notification></item></items></event></message>`
  );
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function answer(socket, ready) {
  let isKnown = false;
  socket.on('message', (data) => {
    const stanza = String(data);
    const id = /\sid=['"]([^'"]*)/.exec(stanza)?.[1];
    if (stanza.startsWith('<open')) {
      socket.send(`<open xmlns='${FRAMING}' from='${DOMAIN}' id='1' version='1.0'/>`);
      socket.send(features(isKnown ? FEATURES.bind : FEATURES.sasl));
    } else if (stanza.startsWith('<auth')) {
      isKnown = true;
      socket.send("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
    } else if (stanza.startsWith('<iq')) {
      socket.send(result(id, stanza));
    } else if (stanza.startsWith('<presence') && !stanza.includes('unavailable')) {
      socket.send(`<presence xmlns='jabber:client' from='finesse@${DOMAIN}/desk'/>`);
      ready();
    }
  });
}

function features(content) {
  return `<stream:features xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>${content}</stream:features>`;
}

function result(id, request) {
  const bound = request.includes('xmpp-bind')
    ? `<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>1000001@${DOMAIN}/bench</jid></bind>`
    : '';
  return `<iq xmlns='jabber:client' type='result' id='${id}'>${bound}</iq>`;
}
