import { TestBed } from '@angular/core/testing';
import { Store } from '@ngrx/store';
import { MockStore, provideMockStore } from '@ngrx/store/testing';
import { NEVER, of, Subject, throwError } from 'rxjs';
import {
  type Agent,
  FinesseApiActions,
  type NodeSubscription,
  type NodeSubscriptionState,
  selectSubscriptionEntities,
} from 'finesse-tunnel';
import {
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

const NODE = userNode('1001');
const AGENT: Agent = { id: '1001', state: 'READY' };

describe('loadSnapshots', () => {
  // A selector that is overridden stays so for every spec that comes after.
  afterEach(() => {
    TestBed.inject(MockStore, null)?.resetSelectors();
  });

  beforeEach(() => jasmine.clock().install());
  afterEach(() => jasmine.clock().uninstall());

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

    subscriptions({
      [teamUsersNode('31')]: 'subscribed',
      [userDialogsNode('1001')]: 'subscribed',
      [userMediaDialogsNode('1001')]: 'subscribed',
      [userQueuesNode('1001')]: 'subscribed',
      [systemInfoNode()]: 'subscribed',
      [userMediaNode('1001')]: 'subscribed',
      '/somebody/else': 'subscribed',
    });

    expect(actions.map((action) => ('snapshot' in action ? action.snapshot : action))).toEqual([
      { kind: 'team-users', team: { id: '31', agents: [AGENT] }, agents: [AGENT] },
      { kind: 'dialogs', agentId: '1001', dialogs: [{ id: '7' }] },
      { kind: 'dialogs', agentId: '1001', dialogs: [] },
      { kind: 'queues', agentId: '1001', queues: [{ id: '41' }] },
      { kind: 'system-info', systemInfo: { status: 'IN_SERVICE' } },
    ]);
  });

  it('does not take a team without a list for a team without agents', () => {
    const { api, subscriptions, actions } = setup();
    api.team.and.returnValue(of({ id: '31' }));

    subscriptions({ [teamUsersNode('31')]: 'subscribed' });

    expect(actions.map(({ type }) => type)).toEqual([FinesseApiActions.snapshotFailed.type]);
  });
});

function setup() {
  TestBed.configureTestingModule({
    providers: [
      provideMockStore({ selectors: [{ selector: selectSubscriptionEntities, value: {} }] }),
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
  ]);
  let now = 0;
  const actions: ReturnType<
    typeof FinesseApiActions.snapshotLoaded | typeof FinesseApiActions.snapshotFailed
  >[] = [];
  loadSnapshots(TestBed.inject(Store), api, () => ++now).subscribe((action) =>
    actions.push(action),
  );
  const subscriptions = (states: Readonly<Record<string, NodeSubscriptionState>>): void => {
    const entities = Object.entries(states).map(([node, state]): [string, NodeSubscription] => [
      node,
      { node, state, watchers: 1, events: 0 },
    ]);
    store.overrideSelector(selectSubscriptionEntities, Object.fromEntries(entities));
    store.refreshState();
  };
  return {
    api,
    actions,
    subscriptions,
    subscription: (state: NodeSubscriptionState) => subscriptions({ [NODE]: state }),
  };
}
