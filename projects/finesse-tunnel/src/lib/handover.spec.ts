import { Injectable, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideStore } from '@ngrx/store';
import {
  BackOffMemory,
  type ConnectionPhase,
  EventTunnelService,
  type PageBeside,
  provideEventTunnel,
  TunnelTransport,
} from 'finesse-tunnel';
import { teamUsersNode, TunnelMessageType } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport, userUpdate } from 'finesse-tunnel/testing';

const NODE = teamUsersNode('31');
const A = 'https://fin-a.example.test:8445';
const B = 'https://fin-b.example.test:8445';

/** Can hold a page of the next host beside the present one. */
@Injectable()
class TwoPages extends FakeTunnelTransport {
  /** The page of the next host, until it takes over. */
  beside: FakeTunnelTransport | undefined;

  override openBeside(url: string): PageBeside {
    const next = new FakeTunnelTransport();
    next.open(url);
    this.beside = next;
    return {
      messages$: next.messages$,
      send: (message) => {
        next.send(message);
      },
      takeOver: () => {
        this.url = url;
        this.beside = undefined;
      },
      close: () => (this.beside = undefined),
    };
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
}

async function onUnreadyHost() {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideHttpClient(),
      provideHttpClientTesting(),
      provideStore(),
      provideEventTunnel({
        tunnelUrl: `${A}/tunnel/`,
        otherHosts: [{ tunnelUrl: `${B}/tunnel/` }],
      }),
      TwoPages,
      { provide: TunnelTransport, useExisting: TwoPages },
      {
        provide: BackOffMemory,
        useValue: { recall: () => undefined, remember: () => undefined, forget: () => undefined },
      },
    ],
  });
  const service = TestBed.inject(EventTunnelService);
  const page = TestBed.inject(TwoPages);
  const http = TestBed.inject(HttpTestingController);
  const serving = (host: string, domain: string): void => {
    http
      .expectOne(`${host}/finesse/api/SystemInfo`)
      .flush(
        `<SystemInfo><status>IN_SERVICE</status><xmppDomain>${domain}</xmppDomain>` +
          `<xmppPubSubDomain>pubsub.${domain}</xmppPubSubDomain></SystemInfo>`,
      );
  };
  const phases: ConnectionPhase[] = [];
  service.status$.subscribe(({ phase }) => phases.push(phase));
  service.watch(NODE).subscribe();
  service.connect({ id: '2101', password: 'fictional-secret' });
  serving(A, 'fin-a.example.test');
  page.reportLoaded();
  await settled();
  page.reportConnected();
  page.acceptSubscription(NODE);
  phases.length = 0;
  page.reportPresence('finesse@fin-a.example.test/app', 'unavailable');
  jasmine.clock().tick(5_000);
  const nextServes = async (): Promise<FakeTunnelTransport> => {
    serving(B, 'fin-b.example.test');
    await settled();
    return page.beside ?? fail('No page was opened beside.');
  };
  const nextConnects = async (next: FakeTunnelTransport): Promise<void> => {
    next.reportLoaded();
    await settled();
    next.say(TunnelMessageType.ResourceId, 'resource-b');
    next.reportStatus('connected');
    next.reportPresence('finesse@fin-b.example.test/app');
    await settled();
  };
  return { service, page, http, phases, nextServes, nextConnects };
}

function fail(message: string): never {
  throw new Error(message);
}

describe('the way to the next host', () => {
  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date('2026-03-02T08:00:00Z'));
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  it('leaves a host only when the next one is connected and subscribed', async () => {
    const { service, page, phases, nextServes, nextConnects } = await onUnreadyHost();
    const next = await nextServes();
    await nextConnects(next);

    expect(page.url).toBe(`${A}/tunnel/`);
    expect(next.sentBodies(TunnelMessageType.Subscribe)).toEqual([NODE]);
    next.acceptSubscription(NODE);
    await settled();

    expect(page.url).toBe(`${B}/tunnel/`);
    expect(new Set(phases)).toEqual(new Set(['connected']));
    expect(service.status()).toEqual(
      jasmine.objectContaining({
        phase: 'connected',
        hostIndex: 1,
        host: 'fin-b.example.test',
        resource: 'resource-b',
      }),
    );
    expect(service.status().readiness.isReady).toBeTrue();
  });

  it('introduces the agent there as everywhere, the secret last', async () => {
    const { nextServes, nextConnects } = await onUnreadyHost();
    const next = await nextServes();
    await nextConnects(next);

    expect(next.sentBodies(TunnelMessageType.PubsubDomain)).toEqual(['pubsub.fin-b.example.test']);
    const types = next.sent.map(({ type }) => type);
    expect(types.indexOf(TunnelMessageType.Password)).toBe(
      types.indexOf(TunnelMessageType.Subscribe) - 1,
    );
  });

  it('asks the page that took over for everything, so that snapshots show what was missed', async () => {
    const { service, page, nextServes, nextConnects } = await onUnreadyHost();
    const before = page.sentBodies(TunnelMessageType.Subscribe).length;
    const next = await nextServes();
    await nextConnects(next);
    next.acceptSubscription(NODE);
    await settled();

    expect(page.sentBodies(TunnelMessageType.Subscribe).length).toBe(before + 1);
    page.acceptSubscription(NODE);
    page.publish(NODE, userUpdate({ id: '1001001', state: 'READY' }));

    expect(service.subscriptions()[0]?.state).toBe('subscribed');
  });

  it('says that the host that was left may sign the agent out', async () => {
    const { service, nextServes, nextConnects } = await onUnreadyHost();
    const next = await nextServes();
    await nextConnects(next);
    next.acceptSubscription(NODE);
    await settled();

    expect(service.status().forcedSignOut).toEqual(
      jasmine.objectContaining({ hostIndex: 0, earliestAt: Date.now() + 60_000 }),
    );
  });

  it('does not wait for ever for an answer about a node', async () => {
    const { page, nextServes, nextConnects } = await onUnreadyHost();
    await nextConnects(await nextServes());

    jasmine.clock().tick(10_000);
    await settled();

    expect(page.url).toBe(`${B}/tunnel/`);
  });

  for (const { given, after } of [
    { given: 'a page that does not load', after: 15_000 },
    { given: 'a page that gives no session', after: 0 },
  ]) {
    it(`stays where it is after ${given}, and tries again`, async () => {
      const { service, page, nextServes } = await onUnreadyHost();
      const next = await nextServes();
      if (after === 0) {
        next.reportStatus('disconnected');
      }
      jasmine.clock().tick(after);
      await settled();

      expect(page.beside).toBeUndefined();
      expect(service.status()).toEqual(
        jasmine.objectContaining({ phase: 'connected', hostIndex: 0 }),
      );
      jasmine.clock().tick(10_000);
      expect(await nextServes()).toBeDefined();
    });
  }

  it('does not lock an account with a secret that the next host refuses', async () => {
    const { service, http, nextServes } = await onUnreadyHost();
    const next = await nextServes();
    next.reportStatus('unauthorized');
    jasmine.clock().tick(120_000);
    await settled();

    http.expectNone(`${B}/finesse/api/SystemInfo`);
    expect(service.status().phase).toBe('connected');
  });

  it('gives it up when the host is well again', async () => {
    const { page, nextServes } = await onUnreadyHost();
    await nextServes();

    page.reportPresence('finesse@fin-a.example.test/app');
    await settled();

    expect(page.beside).toBeUndefined();
    expect(page.url).toBe(`${A}/tunnel/`);
  });

  it('comes to an end when the session on the present host is lost meanwhile', async () => {
    const { service, page, nextServes } = await onUnreadyHost();
    await nextServes();

    page.reportStatus('disconnected');
    await settled();

    expect(page.beside).toBeUndefined();
    expect(service.status().phase).toBe('reconnecting');
  });
});
