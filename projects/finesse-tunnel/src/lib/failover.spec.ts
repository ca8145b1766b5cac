import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideStore } from '@ngrx/store';
import {
  BackOffMemory,
  type EventTunnelConfig,
  EventTunnelService,
  provideEventTunnel,
  RANDOM,
  TunnelTransport,
} from 'finesse-tunnel';
import { systemInfoNode, teamUsersNode, TunnelMessageType } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport } from 'finesse-tunnel/testing';

const NODE = teamUsersNode('31');
const A = 'https://fin-a.example.test:8445';
const B = 'https://fin-b.example.test:8445';
const CREDENTIALS = { id: '2101', password: 'fictional-secret' };

function systemInfo(domain: string, status = 'IN_SERVICE'): string {
  return (
    `<SystemInfo><status>${status}</status><xmppDomain>${domain}</xmppDomain>` +
    `<xmppPubSubDomain>pubsub.${domain}</xmppPubSubDomain></SystemInfo>`
  );
}

function setup(config: Partial<EventTunnelConfig> = {}) {
  const hosts: EventTunnelConfig = {
    tunnelUrl: `${A}/tunnel/`,
    otherHosts: [{ tunnelUrl: `${B}/tunnel/` }],
    ...config,
  };
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideHttpClient(),
      provideHttpClientTesting(),
      provideStore(),
      provideEventTunnel(hosts),
      FakeTunnelTransport,
      { provide: TunnelTransport, useExisting: FakeTunnelTransport },
      {
        provide: BackOffMemory,
        useValue: { recall: () => undefined, remember: () => undefined, forget: () => undefined },
      },
      { provide: RANDOM, useValue: () => 0 },
    ],
  });
  const service = TestBed.inject(EventTunnelService);
  const page = TestBed.inject(FakeTunnelTransport);
  const http = TestBed.inject(HttpTestingController);
  const answer = (host: string, domain: string, status?: string): void => {
    http.expectOne(`${host}/finesse/api/SystemInfo`).flush(systemInfo(domain, status));
  };
  return { service, page, http, answer };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
}

describe('failover', () => {
  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date('2026-03-02T08:00:00Z'));
    localStorage.clear();
  });

  afterEach(() => {
    jasmine.clock().uninstall();
    localStorage.clear();
  });

  it('goes to the other host when the first is out of service, and watches there what was watched', async () => {
    const { service, page, answer } = setup();
    service.watch(NODE).subscribe();
    service.connect(CREDENTIALS);
    answer(A, 'fin-a.example.test', 'OUT_OF_SERVICE');
    jasmine.clock().tick(1);

    expect(page.url).toBe(`${B}/tunnel/`);
    answer(B, 'fin-b.example.test');
    page.reportLoaded();
    await settled();
    page.reportConnected();

    expect(page.sentBodies(TunnelMessageType.PubsubDomain)).toEqual(['pubsub.fin-b.example.test']);
    expect(page.sentBodies(TunnelMessageType.Subscribe)).toEqual([NODE]);
    expect(service.status()).toEqual(
      jasmine.objectContaining({ phase: 'connected', host: 'fin-b.example.test', hostIndex: 1 }),
    );
  });

  it('leaves a host whose session stands and that does not serve, as soon as the other one does', async () => {
    const { service, page, http, answer } = setup();
    service.connect(CREDENTIALS);
    answer(A, 'fin-a.example.test');
    page.reportLoaded();
    await settled();
    page.reportConnected();

    page.reportPresence('finesse@fin-a.example.test/app', 'unavailable');
    expect(service.status().readiness.isReady).toBeFalse();
    jasmine.clock().tick(5_000);
    answer(B, 'fin-b.example.test', 'OUT_OF_SERVICE');
    expect(service.status().phase).toBe('connected');
    jasmine.clock().tick(10_000);
    answer(B, 'fin-b.example.test');
    jasmine.clock().tick(1);

    expect(page.url).toBe(`${B}/tunnel/`);
    http.expectOne(`${B}/finesse/api/SystemInfo`);
  });

  it('stays where a server only blinked', async () => {
    const { service, page, http, answer } = setup();
    service.connect(CREDENTIALS);
    answer(A, 'fin-a.example.test');
    page.reportLoaded();
    await settled();
    page.reportConnected();

    page.publish(
      systemInfoNode(),
      '<Update><data><systemInfo><status>OUT_OF_SERVICE</status></systemInfo></data><event>PUT</event></Update>',
    );
    jasmine.clock().tick(4_000);
    page.publish(
      systemInfoNode(),
      '<Update><data><systemInfo><status>IN_SERVICE</status></systemInfo></data><event>PUT</event></Update>',
    );
    jasmine.clock().tick(60_000);

    http.expectNone(`${B}/finesse/api/SystemInfo`);
    expect(service.status().phase).toBe('connected');
  });

  it('falls back to BOSH where WebSocket gives no session, and begins with it the next time', async () => {
    const { service, page, answer } = setup({ connectionType: 'auto', otherHosts: [] });
    service.connect(CREDENTIALS);
    answer(A, 'fin-a.example.test');
    page.reportLoaded();
    await settled();
    page.reportStatus('disconnected');
    jasmine.clock().tick(1);
    answer(A, 'fin-a.example.test');
    await settled();
    page.reportConnected();

    expect(page.sentBodies(TunnelMessageType.ConnectionType)).toEqual(['websocket', 'bosh']);
    page.reportStatus('disconnected');
    jasmine.clock().tick(1);
    answer(A, 'fin-a.example.test');
    await settled();

    expect(page.sentBodies(TunnelMessageType.ConnectionType).at(-1)).toBe('bosh');
  });
});
