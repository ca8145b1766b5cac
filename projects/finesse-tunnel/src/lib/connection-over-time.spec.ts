import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideStore } from '@ngrx/store';
import { type Credentials, EventTunnelService, RANDOM } from 'finesse-tunnel';
import { teamUsersNode, TunnelMessageType } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport, provideEventTunnelTesting } from 'finesse-tunnel/testing';

const NODE = teamUsersNode('31');
const PASSWORD: Credentials = { id: '2101', password: 'fictional-secret' };

function setup() {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideStore(),
      provideEventTunnelTesting(),
      { provide: RANDOM, useValue: () => 0.5 },
    ],
  });
  const service = TestBed.inject(EventTunnelService);
  const page = TestBed.inject(FakeTunnelTransport);
  const connect = async (credentials: Credentials = PASSWORD): Promise<void> => {
    service.connect(credentials);
    page.reportLoaded();
    await introduced();
    page.reportConnected();
  };
  const phase = () => service.status().phase;
  const error = () => service.status().error?.code;
  const passwords = () => page.sentBodies(TunnelMessageType.Password);
  return { service, page, connect, phase, error, passwords };
}

/** A secret is fetched asynchronously; everything it waits for is a promise, and no clock. */
async function introduced(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
}

describe('a connection over time', () => {
  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date('2026-03-02T08:00:00Z'));
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  it('gives the page 15 seconds to load, then loads it anew', () => {
    const { service, page, phase, error } = setup();
    service.connect(PASSWORD);

    jasmine.clock().tick(14_999);
    expect(phase()).toBe('loading');
    jasmine.clock().tick(1);

    expect(phase()).toBe('reconnecting');
    expect(error()).toBe('tunnel-not-loaded');
    expect(service.status().nextAttemptAt).toBe(Date.now() + 500);
    jasmine.clock().tick(500);
    expect(phase()).toBe('loading');
    expect(page.timesOpened).toBe(2);
  });

  it('gives the page 30 seconds to connect, then loads it anew', async () => {
    const { service, page, phase, error } = setup();
    service.connect(PASSWORD);
    page.reportLoaded();
    await introduced();

    jasmine.clock().tick(29_999);
    expect(phase()).toBe('connecting');
    jasmine.clock().tick(1);

    expect(phase()).toBe('reconnecting');
    expect(error()).toBe('not-connected-in-time');
    jasmine.clock().tick(1_000);
    expect(page.timesOpened).toBe(2);
  });

  it('waits longer after each failure', () => {
    const { service } = setup();
    service.connect(PASSWORD);
    const delays: number[] = [];

    for (let failure = 0; failure < 8; failure++) {
      jasmine.clock().tick(15_000);
      const delay = (service.status().nextAttemptAt ?? 0) - Date.now();
      delays.push(delay);
      jasmine.clock().tick(delay);
    }

    expect(delays).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000]);
  });

  it('introduces the agent again to the same page after a loss, and asks for the nodes again', async () => {
    const { service, page, connect, phase, passwords } = setup();
    await connect();
    service.watch(NODE).subscribe();
    page.acceptSubscription(NODE);

    page.reportStatus('disconnected');
    expect(service.subscriptions()[0]?.state).toBe('wanted');
    jasmine.clock().tick(1_000);
    await introduced();
    page.reportConnected();

    expect(page.timesOpened).toBe(1);
    expect(passwords()).toEqual(['fictional-secret', 'fictional-secret']);
    expect(phase()).toBe('connected');
    expect(page.sentBodies(TunnelMessageType.Subscribe)).toEqual([NODE, NODE]);
  });

  it('sends no request for a node before the page is connected', async () => {
    const { service, page } = setup();
    service.watch(NODE).subscribe();
    service.connect(PASSWORD);
    page.reportLoaded();
    await introduced();

    expect(page.sentBodies(TunnelMessageType.Subscribe)).toEqual([]);
    page.reportConnected();

    expect(page.sentBodies(TunnelMessageType.Subscribe)).toEqual([NODE]);
  });

  it('asks a token provider before each introduction', async () => {
    let count = 0;
    const { page, connect, passwords } = setup();
    await connect({ id: '2101', token: () => Promise.resolve(`token-${++count}`) });

    page.reportStatus('disconnected');
    jasmine.clock().tick(1_000);
    await introduced();

    expect(passwords()).toEqual(['token-1', 'token-2']);
  });

  it('tries again when the token provider fails', async () => {
    const { service, page, error, phase, passwords } = setup();
    service.connect({ id: '2101', token: () => Promise.reject(new Error('offline')) });
    page.reportLoaded();
    await introduced();

    expect(phase()).toBe('reconnecting');
    expect(error()).toBe('token-unavailable');
    expect(passwords()).toEqual([]);
  });

  it('gives a token that comes too late to nobody', async () => {
    let hand: (token: string) => void = () => undefined;
    const { service, page, passwords } = setup();
    service.connect({ id: '2101', token: () => new Promise((resolve) => (hand = resolve)) });
    page.reportLoaded();
    service.connect({ id: '2102', password: 'another-secret' });

    hand('token-of-2101');
    page.reportLoaded();
    await introduced();

    expect(passwords()).toEqual(['another-secret']);
  });

  for (const final of ['unauthorized', 'conflict'] as const) {
    it(`stays ${final}, whatever follows and however long, until somebody connects anew`, async () => {
      const { page, connect, phase, error, passwords } = setup();
      await connect();

      page.reportStatus(final);
      page.reportStatus('disconnected');
      jasmine.clock().tick(3_600_000);
      await introduced();

      expect(phase()).toBe(final);
      expect(error()).toBe(final);
      expect(page.url).toBeUndefined();
      expect(passwords().length).toBe(1);
      await connect();
      expect(phase()).toBe('connected');
    });
  }

  it('begins again when the frame reloads by itself', async () => {
    const { service, page, connect, phase, passwords } = setup();
    await connect();
    service.watch(NODE).subscribe();
    page.acceptSubscription(NODE);

    page.reportStatus('unloading');
    page.reportLoaded();
    await introduced();
    page.reportConnected();

    expect(phase()).toBe('connected');
    expect(passwords().length).toBe(2);
    expect(page.sentBodies(TunnelMessageType.Subscribe)).toEqual([NODE, NODE]);
  });

  it('gives the page 5 seconds to leave', async () => {
    const { service, page, connect, phase } = setup();
    await connect();
    service.disconnect();

    page.reportStatus('unloading');
    jasmine.clock().tick(4_999);
    expect(phase()).toBe('disconnecting');
    jasmine.clock().tick(1);

    expect(phase()).toBe('disconnected');
    expect(page.url).toBeUndefined();
  });

  it('gives the page 10 seconds to answer about a node, and takes a later answer all the same', async () => {
    const { service, page, connect } = setup();
    await connect();
    service.watch(NODE).subscribe();

    jasmine.clock().tick(9_999);
    expect(service.subscriptions()[0]?.state).toBe('subscribing');
    jasmine.clock().tick(1);
    expect(service.subscriptions()[0]?.error?.code).toBe('subscription-unanswered');
    page.acceptSubscription(NODE);

    expect(service.subscriptions()[0]?.state).toBe('subscribed');
  });

  it('holds a new watcher back until the end of the last subscription is told', async () => {
    const { service, page, connect } = setup();
    await connect();
    const first = service.watch(NODE).subscribe();
    page.acceptSubscription(NODE);
    first.unsubscribe();

    service.watch(NODE).subscribe();
    expect(page.sentBodies(TunnelMessageType.Subscribe)).toEqual([NODE]);
    page.acceptUnsubscription(NODE);

    expect(page.sentBodies(TunnelMessageType.Subscribe)).toEqual([NODE, NODE]);
  });

  it('retries at once when the user asks while it waits', async () => {
    const { service, page, connect, phase } = setup();
    await connect();
    page.reportStatus('disconnected');

    service.connect(PASSWORD);

    expect(phase()).toBe('connecting');
    expect(service.status().attempt).toBe(1);
  });

  for (const { given, wake } of [
    { given: 'the network is back', wake: () => window.dispatchEvent(new Event('online')) },
    { given: 'a frozen tab goes on', wake: () => document.dispatchEvent(new Event('resume')) },
  ]) {
    it(`retries at once when ${given}`, async () => {
      const { page, connect, phase } = setup();
      await connect();
      page.reportStatus('disconnected');
      expect(phase()).toBe('reconnecting');

      wake();

      expect(phase()).toBe('connecting');
    });
  }

  it('does nothing of that kind once it is over', async () => {
    const { page, connect, phase, passwords } = setup();
    await connect();
    page.reportStatus('conflict');

    window.dispatchEvent(new Event('online'));
    jasmine.clock().tick(1);
    await introduced();

    expect(phase()).toBe('conflict');
    expect(passwords().length).toBe(1);
  });
});
