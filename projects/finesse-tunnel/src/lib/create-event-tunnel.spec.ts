import { EnvironmentInjector, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideStore, Store } from '@ngrx/store';
import {
  createEventTunnel,
  EventTunnelError,
  EventTunnelService,
  provideEventTunnel,
  selectConnectionStatus,
  TunnelTransport,
  withOwnStore,
} from 'finesse-tunnel';
import { FakeTunnelTransport, provideEventTunnelTesting } from 'finesse-tunnel/testing';

const CONFIG = {
  tunnelUrl: 'https://finesse-b.example.test:8445/tunnel/',
  xmppDomain: 'finesse-b.example.test',
  pubsubDomain: 'pubsub.finesse-b.example.test',
};
const FAKE_PAGE = {
  providers: [FakeTunnelTransport, { provide: TunnelTransport, useExisting: FakeTunnelTransport }],
};

describe('createEventTunnel', () => {
  it('makes tunnels that share nothing, beside the one of the application', () => {
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), provideStore(), provideEventTunnelTesting()],
    });
    const parent = TestBed.inject(EnvironmentInjector);
    const first = TestBed.inject(EventTunnelService);
    const second = createEventTunnel(parent, CONFIG, FAKE_PAGE);
    const third = createEventTunnel(parent, CONFIG, FAKE_PAGE);

    second.service.connect({ id: '1000001', password: 'fictional-secret' });
    second.injector.get(FakeTunnelTransport).reportLoaded();

    expect(second.service.status().phase).not.toBe('disconnected');
    expect(first.status().phase).toBe('disconnected');
    expect(third.service.status().phase).toBe('disconnected');
    expect(TestBed.inject(Store).selectSignal(selectConnectionStatus)().phase).toBe('disconnected');
    expect(TestBed.inject(FakeTunnelTransport).url).toBeUndefined();
    second.destroy();
    third.destroy();
  });

  it('closes its page when it is destroyed', () => {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    const tunnel = createEventTunnel(TestBed.inject(EnvironmentInjector), CONFIG, FAKE_PAGE);
    const page = tunnel.injector.get(FakeTunnelTransport);
    tunnel.service.connect({ id: '1000001', password: 'fictional-secret' });
    expect(page.url).toBe(CONFIG.tunnelUrl);

    tunnel.destroy();

    expect(page.url).toBeUndefined();
  });
});

describe('a host without a store of its own', () => {
  it('has one with withOwnStore()', () => {
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), provideEventTunnelTesting({}, withOwnStore())],
    });
    const tunnel = TestBed.inject(EventTunnelService);

    tunnel.connect({ id: '1000001', password: 'fictional-secret' });

    expect(tunnel.status().phase).toBe('loading');
  });

  it('is told what is missing', () => {
    TestBed.configureTestingModule({
      providers: [provideZonelessChangeDetection(), provideEventTunnel(CONFIG)],
    });

    const failure = failureOf(() => TestBed.inject(EventTunnelService));

    expect(failure).toBeInstanceOf(EventTunnelError);
    expect(failure instanceof EventTunnelError && failure.code).toBe('store-missing');
  });
});

function failureOf(act: () => unknown): unknown {
  try {
    act();
  } catch (failure) {
    return failure;
  }
  return undefined;
}
