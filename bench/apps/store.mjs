// In the browser: one store, filled with agents, then changed as fast as it can.
import '@angular/compiler';
import { EnvironmentInjector, runInInjectionContext } from '@angular/core';
import { provideHttpClient } from '@angular/common/http';
import { createApplication } from '@angular/platform-browser';
import { provideStore, Store } from '@ngrx/store';
import { patchState, signalStore } from '@ngrx/signals';
import { setEntities, withEntities } from '@ngrx/signals/entities';
import { FinesseActions, provideEventTunnel, selectAllAgents } from 'finesse-tunnel';
import { perSecond } from '../harness/stopwatch.mjs';
import { agentId, stateAt } from '../payloads/notifications.mjs';
import { agentChanged, agentsChanged, entityReducer, selectAll } from '../rivals/entity-store.mjs';

const FRAME = 83; // 5,000 events a second at 60 frames a second

/** Each makes a store and returns `tell`, which takes the agents of one frame, and `count`. */
const STORES = {
  'finesse-tunnel, action a frame': async () => {
    const { store } = await application(
      provideStore(),
      provideHttpClient(),
      provideEventTunnel({ tunnelUrl: 'https://finesse.example.test/tunnel/' }),
    );
    const tell = (agents) =>
      store.dispatch(
        FinesseActions.notificationsReceived({ notifications: agents.map(notification) }),
      );
    return { tell, ...watch(store, selectAllAgents) };
  },
  'NgRx entity, action a frame': async () => {
    const { store } = await application(provideStore({ rivalAgents: entityReducer }));
    const tell = (agents) => store.dispatch(agentsChanged({ agents }));
    return { tell, ...watch(store, selectAll) };
  },
  'NgRx entity, action an event': async () => {
    const { store } = await application(provideStore({ rivalAgents: entityReducer }));
    const tell = (agents) => agents.forEach((agent) => store.dispatch(agentChanged({ agent })));
    return { tell, ...watch(store, selectAll) };
  },
  '@ngrx/signals, setEntities a frame': async () => {
    const { injector } = await application();
    const Agents = signalStore({ protectedState: false }, withEntities());
    const store = runInInjectionContext(injector, () => new Agents());
    let all = [];
    return {
      tell: (agents) => {
        patchState(store, setEntities(agents));
        all = store.entities();
      },
      list: () => all,
    };
  },
};

let current;
globalThis.bench = { stores: Object.keys(STORES), open, run };
globalThis.ready = true;

/** Makes a store and tells it all its agents. */
async function open(name, size) {
  const { tell, list } = await STORES[name]();
  let step = 0;
  const change = (n) => agent(n, step++);
  tell(Array.from({ length: size }, (_, n) => change(n)));
  const next = (frame) => {
    tell(Array.from({ length: FRAME }, (_, i) => change((frame * FRAME + i * 7) % size)));
  };
  next(0);
  check(name, list(), size, step);
  current = next;
}

/** Events a second. */
function run(ms) {
  return perSecond(current, ms) * FRAME;
}

/** Each agent once, and the last change is in. */
function check(name, agents, size, step) {
  const last = agents.find(({ id }) => id === agentId(((FRAME - 1) * 7) % size));
  if (agents.length !== size || last?.state !== stateAt(step - 1)) {
    throw new Error(`${name}: ${agents.length} agents instead of ${size}, or not the last state`);
  }
}

function agent(n, step) {
  const id = agentId(n);
  return {
    id,
    uri: `/finesse/api/User/${id}`,
    firstName: 'Adwin',
    lastName: 'Quill',
    extension: id,
    teamId: '31',
    state: stateAt(step),
    stateChangeTime: step,
    pendingState: '',
  };
}

function notification(agent) {
  return {
    kind: 'user',
    node: agent.uri,
    event: 'PUT',
    requestId: '',
    source: agent.uri,
    receivedAt: 0,
    xml: '',
    agent,
  };
}

/** A reader as a table has one: without it nobody computes the list. */
function watch(store, selector) {
  let all = [];
  store.select(selector).subscribe((agents) => {
    all = agents;
  });
  return { list: () => all };
}

async function application(...providers) {
  const { injector } = await createApplication({ providers });
  return { injector: injector.get(EnvironmentInjector), store: injector.get(Store, null) };
}
