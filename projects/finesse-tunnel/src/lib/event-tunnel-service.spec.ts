import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideStore, Store } from '@ngrx/store';
import { firstValueFrom, filter } from 'rxjs';
import { EventTunnelService, type Notification, selectAllAgents } from 'finesse-tunnel';
import { teamUsersNode, TunnelMessageType } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport, provideEventTunnelTesting } from 'finesse-tunnel/testing';

const NODE = teamUsersNode('31');

function setup() {
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), provideStore(), provideEventTunnelTesting()],
  });
  const service = TestBed.inject(EventTunnelService);
  const page = TestBed.inject(FakeTunnelTransport);
  const store = TestBed.inject(Store);
  const signIn = async (): Promise<void> => {
    service.connect({ id: '2101', password: 'fictional-secret' });
    page.reportLoaded();
    await passwordSent(page);
    page.reportConnected();
  };
  return { service, page, store, signIn };
}

/** The secret is fetched asynchronously, as a token is. */
async function passwordSent(page: FakeTunnelTransport, times = 1): Promise<void> {
  while (page.sentBodies(TunnelMessageType.Password).length < times) {
    await Promise.resolve();
  }
}

function update(id: string, state: string, time: string): string {
  return (
    `<Update><data><user><loginId>${id}</loginId><state>${state}</state>` +
    `<stateChangeTime>${time}</stateChangeTime></user></data><event>PUT</event>` +
    `<requestId></requestId><source>/finesse/api/User/${id}</source></Update>`
  );
}

describe('EventTunnelService', () => {
  describe('given nobody is signed in', () => {
    it('is disconnected and has no page open', () => {
      const { service, page } = setup();

      expect(service.status().phase).toBe('disconnected');
      expect(page.url).toBeUndefined();
    });

    it('opens the page when an agent connects', () => {
      const { service, page } = setup();

      service.connect({ id: '2101', password: 'fictional-secret' });

      expect(service.status().phase).toBe('loading');
      expect(page.url).toBe('https://finesse.example.test:8445/tunnel/');
    });
  });

  it('introduces the agent in the safe order, the password last', async () => {
    const { service, page } = setup();
    service.connect({ id: '2101', password: 'fictional-secret' });

    page.reportLoaded();
    await passwordSent(page);

    expect(page.sent.map(({ type }) => type)).toEqual([15, 12, 16, 6, 3, 5, 1, 2]);
    expect(page.sent.slice(-3).map(({ body }) => body)).toEqual([
      'finesse.example.test',
      '2101',
      'fictional-secret',
    ]);
  });

  it('is connected once the page says so, with resource and host', async () => {
    const { service, signIn } = setup();

    await signIn();

    expect(service.status()).toEqual(
      jasmine.objectContaining({
        phase: 'connected',
        resource: 'fake-resource',
        host: 'finesse.example.test',
      }),
    );
  });

  it('subscribes with the first watcher and unsubscribes with the last', async () => {
    const { service, page, signIn } = setup();
    await signIn();

    const first = service.watch(NODE).subscribe();
    const second = service.watch(NODE).subscribe();
    page.acceptSubscription(NODE);
    first.unsubscribe();
    expect(page.sentBodies(TunnelMessageType.Unsubscribe)).toEqual([]);
    second.unsubscribe();

    expect(page.sentBodies(TunnelMessageType.Subscribe)).toEqual([NODE]);
    expect(page.sentBodies(TunnelMessageType.Unsubscribe)).toEqual([NODE]);
  });

  it('hands a notification to watchers at once and to the store with the next frame', async () => {
    const { service, page, store, signIn } = setup();
    await signIn();
    const seen: Notification[] = [];
    service.watch(NODE).subscribe((notification) => seen.push(notification));
    page.acceptSubscription(NODE);

    page.publish(NODE, update('2102', 'READY', '2026-03-02T08:16:02.004Z'));

    expect(seen.map(({ kind }) => kind)).toEqual(['team-users']);
    const agents = await firstValueFrom(
      store.select(selectAllAgents).pipe(filter((all) => all.length > 0)),
    );
    expect(agents).toEqual([
      jasmine.objectContaining({ id: '2102', state: 'READY', teamId: '31' }),
    ]);
    expect(service.subscriptions()).toEqual([
      jasmine.objectContaining({ node: NODE, state: 'subscribed', watchers: 1, events: 1 }),
    ]);
  });

  it('forgets the secret, the page and the agents after disconnecting', async () => {
    const { service, page, signIn } = setup();
    await signIn();

    service.disconnect();
    expect(service.status().phase).toBe('disconnecting');
    expect(page.sentBodies(TunnelMessageType.DisconnectRequest)).toEqual(['']);
    page.reportStatus('disconnected');

    expect(service.status().phase).toBe('disconnected');
    expect(page.url).toBeUndefined();
  });
});
