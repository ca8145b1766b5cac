import { NgModule, PLATFORM_ID, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideStore, Store, StoreModule } from '@ngrx/store';
import {
  EventTunnelModule,
  EventTunnelService,
  provideEventTunnel,
  RANDOM,
  selectSystemInfo,
  TunnelTransport,
} from 'finesse-tunnel';
import { TunnelMessageType } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport, provideEventTunnelTesting } from 'finesse-tunnel/testing';

const TUNNEL_URL = 'https://finesse.example.test:8445/tunnel/';
const SYSTEM_INFO_URL = 'https://finesse.example.test:8445/finesse/api/SystemInfo';
const CREDENTIALS = { id: '2101', password: 'fictional-secret' };

function systemInfo(status: string, domain = 'fin-a.example.test'): string {
  return (
    `<SystemInfo><status>${status}</status><xmppDomain>${domain}</xmppDomain>` +
    `<xmppPubSubDomain>pubsub.${domain}</xmppPubSubDomain></SystemInfo>`
  );
}

function setup() {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideHttpClient(),
      provideHttpClientTesting(),
      provideStore(),
      provideEventTunnel(() => ({ tunnelUrl: TUNNEL_URL })),
      FakeTunnelTransport,
      { provide: TunnelTransport, useExisting: FakeTunnelTransport },
      { provide: RANDOM, useValue: () => 0 },
    ],
  });
  const service = TestBed.inject(EventTunnelService);
  const page = TestBed.inject(FakeTunnelTransport);
  return { service, page, http: TestBed.inject(HttpTestingController) };
}

describe('provideEventTunnel', () => {
  it('reads both domains from SystemInfo while the page loads, and introduces the agent with them', async () => {
    const { service, page, http } = setup();

    service.connect(CREDENTIALS);
    expect(page.url).toBe(TUNNEL_URL);
    page.reportLoaded();
    http.expectOne(SYSTEM_INFO_URL).flush(systemInfo('IN_SERVICE'));
    while (page.sentBodies(TunnelMessageType.Password).length === 0) {
      await Promise.resolve();
    }

    expect(page.sentBodies(TunnelMessageType.XmppDomain)).toEqual(['fin-a.example.test']);
    expect(page.sentBodies(TunnelMessageType.PubsubDomain)).toEqual(['pubsub.fin-a.example.test']);
    expect(page.sentBodies(TunnelMessageType.ResourceId)[0]).toMatch(/^finesse-tunnel-[\da-f]{8}$/);
    expect(service.status().host).toBe('fin-a.example.test');
    expect(TestBed.inject(Store).selectSignal(selectSystemInfo)()?.status).toBe('IN_SERVICE');
  });

  it('sends no credentials with that question', () => {
    const { service, http } = setup();

    service.connect(CREDENTIALS);

    expect(http.expectOne(SYSTEM_INFO_URL).request.headers.has('Authorization')).toBeFalse();
  });

  describe('given SystemInfo', () => {
    beforeEach(() => jasmine.clock().install());
    afterEach(() => {
      jasmine.clock().uninstall();
    });

    const failures: readonly {
      readonly given: string;
      readonly body: string;
      readonly httpStatus: number;
      readonly code: string;
    }[] = [
      {
        given: 'that says out of service',
        body: systemInfo('OUT_OF_SERVICE'),
        httpStatus: 200,
        code: 'out-of-service',
      },
      { given: 'with status 503', body: '', httpStatus: 503, code: 'system-info-unavailable' },
      {
        given: 'that is no XML',
        body: '{"status":"IN_SERVICE"}',
        httpStatus: 200,
        code: 'system-info-unavailable',
      },
      {
        given: 'without domains',
        body: '<SystemInfo><status>IN_SERVICE</status></SystemInfo>',
        httpStatus: 200,
        code: 'system-info-unavailable',
      },
    ];
    for (const { given, body, httpStatus, code } of failures) {
      it(`${given}, says so and asks again`, () => {
        const { service, http } = setup();
        service.connect(CREDENTIALS);

        http.expectOne(SYSTEM_INFO_URL).flush(body, { status: httpStatus, statusText: 'told' });
        expect(service.status().phase).toBe('reconnecting');
        expect(String(service.status().error?.code)).toBe(code);
        jasmine.clock().tick(1);

        http.expectOne(SYSTEM_INFO_URL).flush(systemInfo('IN_SERVICE'));
        expect(service.status().phase).toBe('loading');
        expect(service.status().host).toBe('fin-a.example.test');
      });
    }

    it('that does not come within 10 seconds, says so', () => {
      const { service, http } = setup();
      service.connect(CREDENTIALS);
      http.expectOne(SYSTEM_INFO_URL);

      jasmine.clock().tick(10_000);

      expect(service.status().error?.code).toBe('system-info-unavailable');
    });
  });

  it('says what is wrong with a config, and tries no more', () => {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        provideStore(),
        provideEventTunnelTesting({ tunnelUrl: '/tunnel/' }),
      ],
    });
    const service = TestBed.inject(EventTunnelService);

    service.connect(CREDENTIALS);

    expect(service.status().phase).toBe('disconnected');
    expect(service.status().error?.code).toBe('bad-config');
    expect(service.status().error?.message).toContain('tunnelUrl');
  });

  it('does nothing on a server that renders pages', () => {
    TestBed.configureTestingModule({
      providers: [
        provideZonelessChangeDetection(),
        { provide: PLATFORM_ID, useValue: 'server' },
        provideStore(),
        provideEventTunnelTesting(),
      ],
    });
    const service = TestBed.inject(EventTunnelService);

    service.connect(CREDENTIALS);

    expect(service.status().phase).toBe('disconnected');
    expect(TestBed.inject(FakeTunnelTransport).timesOpened).toBe(0);
  });

  it('gives the same to an application of NgModules', () => {
    @NgModule({
      imports: [
        StoreModule.forRoot({}),
        EventTunnelModule.forRoot({
          tunnelUrl: TUNNEL_URL,
          xmppDomain: 'fin-a.example.test',
          pubsubDomain: 'pubsub.fin-a.example.test',
        }),
      ],
      providers: [
        provideZonelessChangeDetection(),
        FakeTunnelTransport,
        { provide: TunnelTransport, useExisting: FakeTunnelTransport },
      ],
    })
    class PortalModule {}
    TestBed.configureTestingModule({ imports: [PortalModule] });

    TestBed.inject(EventTunnelService).connect(CREDENTIALS);

    expect(TestBed.inject(FakeTunnelTransport).url).toBe(TUNNEL_URL);
  });
});
