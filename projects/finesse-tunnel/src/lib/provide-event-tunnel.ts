import {
  type EnvironmentProviders,
  inject,
  Injector,
  makeEnvironmentProviders,
  type Provider,
  provideEnvironmentInitializer,
  runInInjectionContext,
} from '@angular/core';
import { provideEffects } from '@ngrx/effects';
import { provideState, Store } from '@ngrx/store';
import { EventTunnelError } from './event-tunnel-error';
import { EventTunnelService } from './event-tunnel-service';
import { LiveContactCenter } from './live/live-contact-center';
import { NodeWatch } from './live/node-watch';
import type { EventTunnelConfig, EventTunnelSettings } from './model/event-tunnel-config';
import { resolveConfig } from './model/resolve-config';
import { BackOffMemory } from './state/back-off-memory';
import * as connectionEffects from './state/connection-effects';
import { eventTunnelFeature } from './state/event-tunnel-feature';
import { EVENT_TUNNEL_SETTINGS } from './state/event-tunnel-settings';
import * as notificationEffects from './state/notification-effects';
import * as pageEffects from './state/page-effects';
import * as subscriptionEffects from './state/subscription-effects';
import * as supervisionEffects from './state/supervision-effects';
import { SystemInfoSource } from './state/system-info-source';
import { TunnelInbox } from './state/tunnel-inbox';
import { CredentialHolder } from './transport/credential-holder';
import { IframeTransport } from './transport/iframe-transport';
import { TunnelTransport } from './transport/tunnel-transport';

/** The config, or a function that gives it: called in an injection context, at every connection attempt. */
export type EventTunnelConfigSource = EventTunnelConfig | (() => EventTunnelConfig);

/** Something optional that {@link provideEventTunnel} takes behind the config; made by functions named `with…`. */
export interface EventTunnelFeature {
  readonly providers: readonly (Provider | EnvironmentProviders)[];
}

/**
 * Provides `EventTunnelService` with everything behind it.
 *
 * The host calls `provideStore()` before it, as for any NgRx feature, or hands on `withOwnStore()`; `provideEffects()`
 * it need not call.
 * The REST part wants `provideHttpClient()`, unless the config gives both domains.
 *
 * @example
 * ```ts
 * bootstrapApplication(App, {
 *   providers: [
 *     provideHttpClient(),
 *     provideStore(),
 *     provideEventTunnel({ tunnelUrl: 'https://finesse.example.test:8445/tunnel/' }),
 *   ],
 * });
 * ```
 */
export function provideEventTunnel(
  config: EventTunnelConfigSource,
  ...features: readonly EventTunnelFeature[]
): EnvironmentProviders {
  return makeEnvironmentProviders([
    EventTunnelService,
    TunnelInbox,
    BackOffMemory,
    NodeWatch,
    LiveContactCenter,
    CredentialHolder,
    SystemInfoSource,
    { provide: TunnelTransport, useClass: IframeTransport },
    { provide: EVENT_TUNNEL_SETTINGS, useFactory: () => settingsReader(config) },
    provideEnvironmentInitializer(expectStore),
    provideState(eventTunnelFeature),
    provideEffects(
      connectionEffects,
      supervisionEffects,
      pageEffects,
      subscriptionEffects,
      notificationEffects,
    ),
    ...features.flatMap(({ providers }) => providers),
  ]);
}

function settingsReader(config: EventTunnelConfigSource): () => EventTunnelSettings {
  const injector = inject(Injector);
  // One for the life of the page: a reconnect under the same resource ends a session that hangs on the server.
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const resource = `finesse-tunnel-${random.toString(16).padStart(8, '0')}`;
  return () =>
    resolveConfig(
      typeof config === 'function' ? runInInjectionContext(injector, () => config()) : config,
      resource,
    );
}

/** Says what is missing before NgRx says it in terms of its own tokens. */
function expectStore(): void {
  if (inject(Store, { optional: true }) === null) {
    throw new EventTunnelError(
      'store-missing',
      'provideEventTunnel() finds no NgRx store. Put provideStore() before it, or hand it withOwnStore().',
    );
  }
}
