import { decodeTunnelMessage } from 'finesse-tunnel/protocol';

import { type Road, Tunnel } from '../tunnel';
import { FakeServer } from './fake-server';
import { ManualClock } from './manual-clock';

/** The session that the server grants. */
export const JID = '1001001@fin.example.test/desk';
/** A node to ask for. */
export const NODE = '/finesse/api/User/1001001';
/** The presence that opens the gate. */
export const FINESSE = "<presence from='finesse@fin.example.test/pub'/>";
/** What a parent says, password last. */
export const INTRODUCTION = [
  '12|websocket',
  '6|pubsub.fin.example.test',
  '3|desk',
  '5|fin.example.test',
  '1|1001001',
  '2|secret',
];

/** A tunnel between a parent and servers that the spec speaks for. */
export function setUpTunnel() {
  const clock = new ManualClock();
  const posted: string[] = [];
  const servers: FakeServer[] = [];
  const roads: Road[] = [];
  const traces: string[] = [];
  const tunnel = new Tunnel({
    clock,
    mayUsePlain: true,
    trace: (text) => traces.push(text),
    post: (type, body) => posted.push(`${type}|${body}`),
    openStream: (road, listener) => {
      roads.push(road);
      const server = new FakeServer(listener);
      servers.push(server);
      return server;
    },
  });
  const tell = (...wires: string[]) => {
    for (const wire of wires) {
      const message = decodeTunnelMessage(wire);
      if (!message.ok) {
        throw new Error(message.diagnostic.message);
      }
      tunnel.receive(message.value);
    }
  };
  const server = (): FakeServer => {
    const last = servers.at(-1);
    if (last === undefined) {
      throw new Error('nothing was connected');
    }
    return last;
  };
  /** What the parent got, but for the log. */
  const told = () => posted.filter((wire) => !wire.startsWith('13|'));
  return { tunnel, clock, posted, told, servers, server, roads, traces, tell };
}

/** The same, signed in, the presence gate still shut. */
export async function signedIn() {
  const parts = setUpTunnel();
  parts.tell(...INTRODUCTION);
  await parts.server().admits(JID);
  return parts;
}

/** The same, connected; what was posted and sent until then is forgotten. */
export async function connected() {
  const parts = await signedIn();
  parts.server().says(FINESSE);
  parts.posted.splice(0);
  parts.server().sent.splice(0);
  return parts;
}
