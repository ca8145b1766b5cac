import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import {
  BackOffMemory,
  type EventTunnelConfig,
  type EventTunnelFeature,
  provideEventTunnel,
  TunnelTransport,
} from 'finesse-tunnel';
import { FakeTunnelTransport } from './fake-tunnel-transport';

/**
 * Provides the whole library in front of a {@link FakeTunnelTransport}, which a test injects and plays.
 *
 * Domains are given, so nothing asks for SystemInfo. `provideStore()` stays with the test, unless `features` hold
 * `withOwnStore()`.
 *
 * @param config - What the test wants otherwise.
 * @param features - As for `provideEventTunnel()`.
 */
export function provideEventTunnelTesting(
  config: Partial<EventTunnelConfig> = {},
  ...features: readonly EventTunnelFeature[]
): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideEventTunnel(
      {
        tunnelUrl: 'https://finesse.example.test:8445/tunnel/',
        xmppDomain: 'finesse.example.test',
        pubsubDomain: 'pubsub.finesse.example.test',
        resource: 'fake-resource',
        ...config,
      },
      ...features,
    ),
    FakeTunnelTransport,
    { provide: BackOffMemory, useValue: NO_MEMORY },
    { provide: TunnelTransport, useExisting: FakeTunnelTransport },
  ]);
}

/** One test does not wait for what another one tried. */
const NO_MEMORY: Pick<BackOffMemory, keyof BackOffMemory> = {
  recall: () => undefined,
  remember: () => undefined,
  forget: () => undefined,
};
