import { provideZonelessChangeDetection, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Store } from '@ngrx/store';
import {
  EventTunnelError,
  EventTunnelService,
  FinesseApiActions,
  type Live,
  liveResource,
  SNAPSHOTS_FOLLOW,
  withOwnStore,
} from 'finesse-tunnel';
import { queueNode, teamUsersNode, TunnelMessageType, userNode } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport, provideEventTunnelTesting } from 'finesse-tunnel/testing';

const TEAM = teamUsersNode('31');
const USER =
  '<Update><data><user><loginId>1001</loginId><state>READY</state></user></data><event>PUT</event></Update>';

describe('the typed watches', () => {
  it('load, then are live from the first notification on', async () => {
    const { tunnel, connect, page, follow } = setup();
    const seen = follow(tunnel.watchAgent('1001'));
    expect(seen().status).toBe('loading');

    await connect();
    page.acceptSubscription(userNode('1001'));
    expect(seen().status).toBe('loading');
    page.publish(userNode('1001'), USER);
    await frame();

    expect(seen().status).toBe('live');
    expect(seen().value?.state).toBe('READY');
    expect(seen().toldAt).toBeGreaterThan(0);
  });

  it('keep a value that may be out of date, and say so', async () => {
    const { tunnel, connect, page, follow } = setup();
    const seen = follow(tunnel.watchAgent('1001'));
    await connect();
    page.acceptSubscription(userNode('1001'));
    page.publish(userNode('1001'), USER);
    await frame();

    page.reportStatus('disconnected');

    expect(seen().status).toBe('stale');
    expect(seen().value?.state).toBe('READY');
  });

  it('do not take an unknown list for an empty one', async () => {
    const { tunnel, connect, page, follow, snapshot } = setup({ snapshots: true });
    const seen = follow(tunnel.watchTeamAgents('31'));

    await connect();
    page.acceptSubscription(TEAM);
    expect(seen().status).toBe('loading');
    snapshot(TEAM);

    expect(seen()).toEqual({ status: 'live', value: [] });
  });

  it('wait for another snapshot after a reconnect', async () => {
    const { tunnel, connect, page, follow, snapshot } = setup({ snapshots: true });
    const seen = follow(tunnel.watchTeamAgents('31'));
    await connect();
    page.acceptSubscription(TEAM);
    snapshot(TEAM);

    page.reportStatus('disconnected');
    page.reportConnected();
    page.acceptSubscription(TEAM);
    expect(seen().status).toBe('loading');
    snapshot(TEAM);

    expect(seen().status).toBe('live');
  });

  it('tell a failed snapshot by a code and where it is explained', async () => {
    const { tunnel, connect, page, follow, store } = setup({ snapshots: true });
    const seen = follow(tunnel.watchTeamAgents('31'));
    await connect();
    page.acceptSubscription(TEAM);

    store.dispatch(
      FinesseApiActions.snapshotFailed({ node: TEAM, message: 'not yours', status: 401 }),
    );

    expect(seen().status).toBe('error');
    expect(seen().error).toBeInstanceOf(EventTunnelError);
    expect(seen().error?.code).toBe('snapshot-failed');
    expect(seen().error?.docs).toBe('finesse-tunnel/docs/errors.md#snapshot-failed');
  });

  it('tell a refused subscription', async () => {
    const { tunnel, connect, page, follow } = setup();
    const seen = follow(tunnel.watchQueue('41'));

    await connect();
    page.refuseSubscription(queueNode('41'));

    expect(seen().error?.code).toBe('subscription-refused');
  });

  it('tell a refused password', async () => {
    const { tunnel, connect, page, follow } = setup();
    const seen = follow(tunnel.watchQueue('41'));
    await connect();

    page.reportStatus('unauthorized');

    expect(seen().status).toBe('error');
    expect(seen().error?.code).toBe('unauthorized');
  });

  it('name a team by what its agents tell', async () => {
    const { tunnel, connect, page, follow } = setup();
    const seen = follow(tunnel.watchTeam('31'));
    await connect();
    page.acceptSubscription(TEAM);

    page.publish(
      TEAM,
      USER.replace('</loginId>', '</loginId><teamId>31</teamId><teamName>Harbour Desk</teamName>'),
    );
    await frame();

    expect(seen().value?.name).toBe('Harbour Desk');
    expect(seen().value?.agents.map(({ id }) => id)).toEqual(['1001']);
  });

  it('subscribe once for several watchers, and leave with the last', async () => {
    const { tunnel, connect, page } = setup();
    await connect();

    const first = tunnel.watchTeamAgents('31').subscribe();
    const second = tunnel.watchTeam('31').subscribe();
    page.acceptSubscription(TEAM);
    first.unsubscribe();
    expect(page.sentBodies(TunnelMessageType.Unsubscribe)).toEqual([]);
    second.unsubscribe();

    expect(page.sentBodies(TunnelMessageType.Subscribe)).toEqual([TEAM]);
    expect(page.sentBodies(TunnelMessageType.Unsubscribe)).toEqual([TEAM]);
  });

  it('are signals too, and follow the signals they were made of', async () => {
    const { tunnel, connect, page } = setup();
    await connect();
    const id = signal('1001');
    const agent = TestBed.runInInjectionContext(() => liveResource(() => tunnel.watchAgent(id())));
    TestBed.tick();
    expect(agent.isLoading()).toBeTrue();

    page.acceptSubscription(userNode('1001'));
    page.publish(userNode('1001'), USER);
    await frame();
    expect(agent.value()?.state).toBe('READY');
    id.set('1002');
    TestBed.tick();

    expect(agent.value()).toBeUndefined();
    expect(page.sentBodies(TunnelMessageType.Unsubscribe)).toEqual([userNode('1001')]);
    expect(page.sentBodies(TunnelMessageType.Subscribe)).toContain(userNode('1002'));
  });

  it('are idle as signals while there is nothing to watch', async () => {
    const { tunnel, connect, page } = setup();
    await connect();
    const id = signal<string | undefined>(undefined);
    const agent = TestBed.runInInjectionContext(() =>
      liveResource(() => {
        const watched = id();
        return watched === undefined ? undefined : tunnel.watchAgent(watched);
      }),
    );
    TestBed.tick();
    expect(agent.status()).toBe('idle');
    expect(agent.isLoading()).toBeFalse();
    expect(page.sentBodies(TunnelMessageType.Subscribe)).toEqual([]);

    id.set('1001');
    TestBed.tick();
    expect(agent.status()).toBe('loading');
    id.set(undefined);
    TestBed.tick();

    expect(agent.status()).toBe('idle');
    expect(page.sentBodies(TunnelMessageType.Unsubscribe)).toEqual([userNode('1001')]);
  });
});

function setup({ snapshots = false } = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideEventTunnelTesting({}, withOwnStore()),
      { provide: SNAPSHOTS_FOLLOW, useValue: snapshots },
    ],
  });
  const tunnel = TestBed.inject(EventTunnelService);
  const page = TestBed.inject(FakeTunnelTransport);
  const store = TestBed.inject(Store);
  return {
    tunnel,
    page,
    store,
    connect: async () => {
      tunnel.connect({ id: '1000001', password: 'fictional-secret' });
      page.reportLoaded();
      while (page.sentBodies(TunnelMessageType.Password).length === 0) {
        await Promise.resolve();
      }
      page.reportConnected();
    },
    snapshot: (node: string) => {
      store.dispatch(
        FinesseApiActions.snapshotLoaded({
          node,
          snapshot: { kind: 'team-users', team: { id: '31' }, agents: [] },
          requestedAt: 1,
          receivedAt: 2,
        }),
      );
    },
    follow: <T>(live$: { subscribe: (next: (live: Live<T>) => void) => unknown }) => {
      let last: Live<T> = { status: 'loading' };
      live$.subscribe((live) => (last = live));
      return () => last;
    },
  };
}

/** The store hears of notifications once a frame. */
async function frame(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
  });
}
