import { TestBed } from '@angular/core/testing';
import { Actions } from '@ngrx/effects';
import { type Action } from '@ngrx/store';
import { MockStore, provideMockStore } from '@ngrx/store/testing';
import { NEVER, of, Subject, throwError } from 'rxjs';
import {
  type Agent,
  type ConnectionStatus,
  FinesseApiActions,
  type SubscriptionProgress,
  type NodeSubscriptionState,
  selectConnectionStatus,
  selectRevision,
  selectSubscriptionProgress,
  TunnelTimerActions,
} from 'finesse-tunnel';
import {
  dialogNode,
  queueNode,
  systemInfoNode,
  teamUsersNode,
  userDialogsNode,
  userMediaDialogsNode,
  userMediaNode,
  userNode,
  userQueuesNode,
} from 'finesse-tunnel/protocol';
import { type FinesseApi } from './finesse-api';
import { FinesseApiError } from './finesse-api-error';
import { loadSnapshots } from './load-snapshots';
import { snapshotOf } from './snapshot-of';
import type { SnapshotSettings } from './snapshot-source';

const NODE = userNode('1001');
const CONNECTED: ConnectionStatus = {
  phase: 'connected',
  attempt: 1,
  since: 0,
  readiness: { isInService: true, isXmppConnected: true, isFinesseHere: true, isReady: true },
};
const AGENT: Agent = { id: '1001', state: 'READY' };

describe('loadSnapshots', () => {
  // A selector that is overridden stays so for every spec that comes after.
  afterEach(() => {
    TestBed.inject(MockStore, null)?.resetSelectors();
  });

  beforeEach(() => jasmine.clock().install());
  afterEach(() => {
    jasmine.clock().uninstall();
    TestBed.inject(MockStore).resetSelectors();
  });

  it('loads the resource of a node once its subscription is granted, not before', () => {
    const { api, subscription, actions } = setup();
    api.user.and.returnValue(of(AGENT));

    subscription('wanted');
    subscription('subscribing');
    expect(api.user.calls.count()).toBe(0);
    subscription('subscribed');

    expect(actions).toEqual([
      FinesseApiActions.snapshotLoaded({
        node: NODE,
        snapshot: { kind: 'user', agent: AGENT },
        requestedAt: 1,
        receivedAt: 2,
        requestedIn: 7,
      }),
    ]);
  });

  it('loads again after a reconnect, and not for every event on the node', () => {
    const { api, subscription } = setup();
    api.user.and.returnValue(of(AGENT));

    subscription('subscribed');
    subscription('subscribed');
    expect(api.user.calls.count()).toBe(1);
    subscription('wanted');
    subscription('subscribing');
    subscription('subscribed');

    expect(api.user.calls.count()).toBe(2);
  });

  it('drops an answer that comes when the node is not subscribed any more', () => {
    const { api, subscription, actions } = setup();
    const answer = new Subject<Agent>();
    api.user.and.returnValue(answer);

    subscription('subscribed');
    subscription('unsubscribing');
    answer.next(AGENT);

    expect(actions).toEqual([]);
    expect(answer.observed).toBeFalse();
  });

  it('tells a failure and tries again while the server is out of service', () => {
    const { api, subscription, actions } = setup();
    const away = new FinesseApiError('out-of-service', 'away', { status: 503 });
    api.user.and.returnValues(
      throwError(() => away),
      of(AGENT),
    );

    subscription('subscribed');
    jasmine.clock().tick(9_999);
    expect(actions).toEqual([
      FinesseApiActions.snapshotFailed({ node: NODE, message: 'away', status: 503 }),
    ]);
    jasmine.clock().tick(1);

    expect(actions.length).toBe(2);
    expect(actions[1]).toEqual(
      jasmine.objectContaining({ type: FinesseApiActions.snapshotLoaded.type, requestedAt: 2 }),
    );
  });

  it('stops trying when the node is left', () => {
    const { api, subscription } = setup();
    api.user.and.returnValue(throwError(() => new FinesseApiError('no-answer', 'away')));
    subscription('subscribed');
    subscription('wanted');
    jasmine.clock().tick(60_000);

    expect(api.user.calls.count()).toBe(1);
  });

  it('gives up after ten retries', () => {
    const { api, subscription } = setup();
    api.user.and.returnValue(throwError(() => new FinesseApiError('no-answer', 'away')));

    subscription('subscribed');
    jasmine.clock().tick(1_000_000);

    expect(api.user.calls.count()).toBe(11);
  });

  it('does not repeat what will fail again', () => {
    const { api, subscription, actions } = setup();
    const refused = new FinesseApiError('unauthorized', 'not yours', { status: 401 });
    api.user.and.returnValue(throwError(() => refused));

    subscription('subscribed');
    jasmine.clock().tick(60_000);

    expect(actions).toEqual([
      FinesseApiActions.snapshotFailed({ node: NODE, message: 'not yours', status: 401 }),
    ]);
  });

  it('goes on with other nodes after one failed', () => {
    const { api, subscriptions, actions } = setup();
    api.user.and.returnValue(
      throwError(() => new FinesseApiError('refused', 'no', { status: 400 })),
    );
    api.queue.and.returnValue(of({ id: '41' }));

    subscriptions({ [NODE]: 'subscribed' });
    subscriptions({ [NODE]: 'subscribed', [queueNode('41')]: 'subscribed' });

    expect(actions.map(({ type }) => type)).toEqual([
      FinesseApiActions.snapshotFailed.type,
      FinesseApiActions.snapshotLoaded.type,
    ]);
  });

  it('asks for no more than six at once', () => {
    const { api, subscriptions } = setup();
    api.queue.and.returnValue(NEVER);

    subscriptions(
      Object.fromEntries(
        Array.from({ length: 20 }, (_, id) => [queueNode(String(id)), 'subscribed']),
      ),
    );

    expect(api.queue.calls.count()).toBe(6);
  });

  it('knows the resource of every kind of node', () => {
    const { api, subscriptions, actions } = setup();
    api.team.and.returnValue(of({ id: '31', agents: [AGENT] }));
    api.userDialogs.and.returnValue(of([{ id: '7' }]));
    api.userMediaDialogs.and.returnValue(of([]));
    api.userQueues.and.returnValue(of([{ id: '41' }]));
    api.systemInfo.and.returnValue(of({ status: 'IN_SERVICE' }));
    api.userMedia.and.returnValue(of([]));
    api.media.and.returnValue(of({ id: '5001', agentId: '1001' }));
    api.dialog.and.callFake((id) =>
      id === '7'
        ? of({ id })
        : throwError(() => new FinesseApiError('refused', 'over', { status: 404 })),
    );

    subscriptions({
      [teamUsersNode('31')]: 'subscribed',
      [userDialogsNode('1001')]: 'subscribed',
      [userMediaDialogsNode('1001')]: 'subscribed',
      [userQueuesNode('1001')]: 'subscribed',
      [systemInfoNode()]: 'subscribed',
      [userMediaNode('1001')]: 'subscribed',
      [userMediaNode('1001', '5001')]: 'subscribed',
      [dialogNode('7')]: 'subscribed',
      [dialogNode('8')]: 'subscribed',
      '/own': 'subscribed',
      '/somebody/else': 'subscribed',
    });

    expect(actions.map((action) => ('snapshot' in action ? action.snapshot : action))).toEqual([
      { kind: 'team-users', team: { id: '31', agents: [AGENT] }, agents: [AGENT] },
      { kind: 'dialogs', agentId: '1001', dialogs: [{ id: '7' }] },
      { kind: 'dialogs', agentId: '1001', dialogs: [] },
      { kind: 'queues', agentId: '1001', queues: [{ id: '41' }] },
      { kind: 'system-info', systemInfo: { status: 'IN_SERVICE' } },
      { kind: 'media', agentId: '1001', media: [] },
      { kind: 'media', agentId: '1001', media: [{ id: '5001', agentId: '1001' }] },
      { kind: 'dialog', id: '7', dialog: { id: '7' } },
      { kind: 'dialog', id: '8' },
      { kind: 'custom', data: 1 },
    ]);
  });

  it('does not take a team without a list for a team without agents', () => {
    const { api, subscriptions, actions } = setup();
    api.team.and.returnValue(of({ id: '31' }));

    subscriptions({ [teamUsersNode('31')]: 'subscribed' });

    expect(actions.map(({ type }) => type)).toEqual([FinesseApiActions.snapshotFailed.type]);
  });

  describe('compares', () => {
    const TICK = 60_000;

    it('every watched node now and then, two seconds after the answer', () => {
      const { api, subscription, actions } = setup(TICK);
      api.user.and.returnValue(of(AGENT));
      subscription('subscribed');

      jasmine.clock().tick(TICK);
      expect(api.user.calls.count()).toBe(2);
      expect(actions.length).toBe(1);
      jasmine.clock().tick(2_000);

      expect(actions[1]).toEqual(jasmine.objectContaining({ purpose: 'audit', requestedAt: 3 }));
    });

    it('never where that is not wanted', () => {
      const { api, subscription } = setup(0);
      api.user.and.returnValue(of(AGENT));
      subscription('subscribed');

      jasmine.clock().tick(10 * TICK);

      expect(api.user.calls.count()).toBe(1);
    });

    it('once after everything woke up, whatever the number of signs', () => {
      const { api, subscription, came } = setup();
      api.user.and.returnValue(of(AGENT));
      subscription('subscribed');

      came.next(TunnelTimerActions.wokeUp({ cause: 'online', at: 1 }));
      came.next(TunnelTimerActions.wokeUp({ cause: 'shown', at: 1 }));

      expect(api.user.calls.count()).toBe(2);
    });

    it('when the server serves again', () => {
      const { api, subscription, ready } = setup();
      api.user.and.returnValue(of(AGENT));
      subscription('subscribed');

      ready(false);
      expect(api.user.calls.count()).toBe(1);
      ready(true);

      expect(api.user.calls.count()).toBe(2);
    });

    it('no node that is not subscribed', () => {
      const { api, subscription, came } = setup();
      subscription('wanted');

      came.next(TunnelTimerActions.wokeUp({ cause: 'online', at: 1 }));

      expect(api.user.calls.count()).toBe(0);
    });
  });
});

function setup(auditEveryMs = 0) {
  const came = new Subject<Action>();
  TestBed.configureTestingModule({
    providers: [
      provideMockStore({
        selectors: [
          { selector: selectSubscriptionProgress, value: {} },
          { selector: selectConnectionStatus, value: CONNECTED },
          { selector: selectRevision, value: 7 },
        ],
      }),
    ],
  });
  const store = TestBed.inject(MockStore);
  const api = jasmine.createSpyObj<FinesseApi>('FinesseApi', [
    'systemInfo',
    'user',
    'team',
    'userDialogs',
    'userMediaDialogs',
    'userQueues',
    'queue',
    'dialog',
    'userMedia',
    'media',
  ]);
  let now = 0;
  type Told = typeof FinesseApiActions.snapshotLoaded | typeof FinesseApiActions.snapshotFailed;
  const actions: ReturnType<Told>[] = [];
  const settings: SnapshotSettings = {
    auditEveryMs,
    load: (node) => (node === '/own' ? of({ kind: 'custom', data: 1 }) : snapshotOf(node, api)),
  };
  const given = { store, actions$: new Actions(came), settings, clock: () => ++now };
  loadSnapshots(given).subscribe((action) => actions.push(action));
  const subscriptions = (states: Readonly<Record<string, NodeSubscriptionState>>): void => {
    const entities: Record<string, SubscriptionProgress> = {};
    Object.entries(states).forEach(
      ([node, state]) => (entities[node] = { node, state, watchers: 1 }),
    );
    store.overrideSelector(selectSubscriptionProgress, entities);
    store.refreshState();
  };
  const ready = (isReady: boolean): void => {
    const status = { ...CONNECTED, readiness: { ...CONNECTED.readiness, isReady } };
    store.overrideSelector(selectConnectionStatus, status);
    store.refreshState();
  };
  return {
    api,
    actions,
    came,
    ready,
    subscriptions,
    subscription: (state: NodeSubscriptionState) => subscriptions({ [NODE]: state }),
  };
}
