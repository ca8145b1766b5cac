// In a process of its own: one event to many sockets, by the sandbox's pubsub service or by ws alone.
import { setImmediate } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { OutgoingLine } from '../../projects/finesse-sandbox/src/faults/outgoing-line';
import { PubsubService } from '../../projects/finesse-sandbox/src/xmpp/pubsub-service';
import { WebSocketLink } from '../../projects/finesse-sandbox/src/xmpp/websocket-link';
import { eventStanza } from '../harness/xmpp-server.mjs';
import { queueUpdate } from '../payloads/notifications.mjs';

const NODE = '/finesse/api/Queue/41';
const DOMAIN = 'finesse-a.example.test';
const A_TURN = 8;
const FULL = 1024 * 1024;
const END = 'END!';
const HEALTHY = { delayMs: 0, isStalled: false };

const pubsub = new PubsubService(`pubsub.${DOMAIN}`, {
  access: () => 'ok',
  defaultNodes: () => [],
});
const payloads = Array.from({ length: 64 }, (_, step) => queueUpdate(0, step));
const stanzas = payloads.map((payload) => eventStanza(NODE, payload));
const publishers = {
  sandbox: (i) => pubsub.publish(NODE, payloads[i % payloads.length]),
  'ws.send': (i) => clients.forEach((client) => client.send(stanzas[i % stanzas.length])),
};

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
const { clients } = server;
server.on('connection', (webSocket, { socket }) => {
  const userId = `${1_000_000 + clients.size}`;
  const jid = `${userId}@${DOMAIN}/bench`;
  const link = new WebSocketLink(webSocket, socket, new OutgoingLine(HEALTHY));
  pubsub.subscribe(userId, { node: NODE, jid });
  pubsub.attach({ userId, jid, priority: 0, send: (xml) => link.send(xml) });
});
server.on('listening', () => process.send({ port: server.address().port }));
process.on('message', ({ how, events }) => void publish(publishers[how], events));
process.on('disconnect', () => process.exit());

/** Some events a turn of the loop, and no more than the slowest client takes; then the mark of the end. */
async function publish(send, events) {
  for (let i = 0; i < events; i++) {
    send(i);
    if (i % A_TURN === A_TURN - 1) {
      await setImmediate();
      while ([...clients].some(({ bufferedAmount }) => bufferedAmount > FULL)) {
        await setImmediate();
      }
    }
  }
  await setImmediate();
  clients.forEach((client) => client.send(END));
}
