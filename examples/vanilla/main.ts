import {
  decodeEventBody,
  DEFAULT_DISCONNECT_PROPERTIES,
  encodeDisconnectProperties,
  teamUsersNode,
  type TunnelMessage,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';
import { readDomains } from './system-info';
import { TunnelFrame } from './tunnel-frame';

// Everything that the wire asks for, by hand: what the Angular library does for you, and what it takes if you use none.
const status = element('status');
const events = element('events');
const form = element('sign-in');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void signIn(field('id').value, field('password').value);
});

async function signIn(id: string, password: string): Promise<void> {
  const { xmppDomain, pubsubDomain } = await readDomains();
  const frame = new TunnelFrame(`${location.origin}/tunnel/`, (message) => {
    if (message.type === TunnelMessageType.Status && message.body === 'loaded') {
      // The password comes last: Cisco's page connects as soon as it has everything it knows of.
      frame.say(
        TunnelMessageType.DisconnectProperties,
        encodeDisconnectProperties(DEFAULT_DISCONNECT_PROPERTIES),
      );
      frame.say(TunnelMessageType.ConnectionType, 'websocket');
      frame.say(TunnelMessageType.PubsubDomain, pubsubDomain);
      frame.say(TunnelMessageType.ResourceId, `vanilla-${String(Date.now())}`);
      frame.say(TunnelMessageType.XmppDomain, xmppDomain);
      frame.say(TunnelMessageType.Id, id);
      frame.say(TunnelMessageType.Password, password);
    }
    if (message.type === TunnelMessageType.Status && message.body === 'connected') {
      frame.say(TunnelMessageType.Subscribe, teamUsersNode('31'));
    }
    show(message);
  });
}

function show(message: TunnelMessage): void {
  if (message.type === TunnelMessageType.Status) {
    status.textContent = message.body;
  } else if (message.type === TunnelMessageType.Event) {
    const event = decodeEventBody(message.body);
    if (event.ok) {
      const item = document.createElement('li');
      item.textContent = `${event.value.node} ${event.value.xml}`;
      events.prepend(item);
    }
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) {
    throw new Error(`index.html has no #${id}`);
  }
  return found;
}

function field(id: string): HTMLInputElement {
  const found = element(id);
  if (!(found instanceof HTMLInputElement)) {
    throw new Error(`#${id} is no input`);
  }
  return found;
}
