// In the browser: the whole line, from the tunnel page to the table, built in three ways. The address says which.
import '@angular/compiler';
import { provideHttpClient } from '@angular/common/http';
import { ApplicationRef } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideStore, Store } from '@ngrx/store';
import {
  EventTunnelService,
  FinesseActions,
  provideEventTunnel,
  readNotifications,
  selectAllAgents,
} from 'finesse-tunnel';
import { decodeEventBody } from 'finesse-tunnel/protocol';
import { agentId, stateAt } from '../payloads/notifications.mjs';
import { readWithDom } from '../rivals/dom-reader.mjs';
import { agentChanged, agentsChanged, entityReducer, selectAll } from '../rivals/entity-store.mjs';
import { AGENTS, BenchTable, RENDERED } from './agent-table.mjs';
import { openTunnel } from './introduce.mjs';
import { begin, folded, handled, shown, soFar } from './progress.mjs';

const NODE = '/finesse/api/Team/31/Users';
const { stack, tunnel, agents } = Object.fromEntries(new URL(location.href).searchParams);
const everyone = Array.from({ length: Number(agents) }, (_, n) => agent(n));

globalThis.bench = { begin, soFar };
await { product, reference, floor, ported: () => floor(true) }[stack]();

/** The library as the README shows it. */
async function product() {
  const domain = 'finesse-a.example.test';
  const domains = { xmppDomain: domain, pubsubDomain: `pubsub.${domain}` };
  const { injector } = await start(selectAllAgents, [
    provideStore(),
    provideHttpClient(),
    provideEventTunnel({ tunnelUrl: tunnel, ...domains }),
  ]);
  const notification = {
    kind: 'team-users',
    node: NODE,
    event: 'PUT',
    requestId: '',
    source: '',
    receivedAt: 0,
    xml: '',
    teamId: '31',
    agents: everyone,
    snapshot: false,
  };
  injector
    .get(Store)
    .dispatch(FinesseActions.notificationsReceived({ notifications: [notification] }));
  const service = injector.get(EventTunnelService);
  service.watch(NODE).subscribe(({ requestId }) => handled(Number(requestId)));
  service.status$.subscribe(({ phase }) => {
    globalThis.ready = phase === 'connected';
  });
  service.connect({ id: '1000001', password: 'cisco' });
}

/** The usual way: DOM, an action an event, and change detection for each, as a zone would do it. */
async function reference() {
  const { injector } = await start(selectAll, [provideStore({ rivalAgents: entityReducer })]);
  const store = injector.get(Store);
  const application = injector.get(ApplicationRef);
  store.dispatch(agentsChanged({ agents: everyone }));
  openTunnel(tunnel, (message) => {
    if (!message.startsWith('0|')) {
      globalThis.ready ||= message === '4|connected';
      return;
    }
    const { Update } = readWithDom(message.slice(message.indexOf('<')));
    const { user } = Update.data;
    handled(Number(Update.requestId));
    store.dispatch(agentChanged({ agent: { ...user, id: user.loginId } }));
    application.tick();
  });
}

/** What cannot be saved: the page and the reader, without store and table. */
function floor(isPrivate = false) {
  const hear = (message) => {
    if (!message.startsWith('0|')) {
      globalThis.ready ||= message === '4|connected';
      return;
    }
    const { value } = decodeEventBody(message.slice(2));
    const [notification] = readNotifications(value, 0).notifications;
    handled(Number(notification.requestId));
    folded();
    shown();
  };
  openTunnel(tunnel, hear, isPrivate);
}

async function start(selector, providers) {
  const application = await bootstrapApplication(BenchTable, {
    providers: [
      ...providers,
      { provide: AGENTS, useFactory: (store) => store.selectSignal(selector), deps: [Store] },
      { provide: RENDERED, useValue: shown },
    ],
  });
  application.injector.get(Store).select(selector).subscribe(folded);
  return application;
}

function agent(n) {
  const id = agentId(n);
  return {
    id,
    uri: `/finesse/api/User/${id}`,
    firstName: 'Adwin',
    lastName: 'Quill',
    extension: id,
    teamName: 'Invented team',
    reasonCodeId: 0,
    state: stateAt(n),
    stateChangeTime: 0,
  };
}
