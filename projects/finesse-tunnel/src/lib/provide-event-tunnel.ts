import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  type Provider,
  provideEnvironmentInitializer,
} from '@angular/core';
import { provideEffects } from '@ngrx/effects';
import { provideState, Store } from '@ngrx/store';
import { EventTunnelError } from './event-tunnel-error';
import { EventTunnelService } from './event-tunnel-service';
import { LiveContactCenter } from './live/live-contact-center';
import { NodeWatch } from './live/node-watch';
import { type EventTunnelConfigSource, settingsReader } from './settings-reader';
import { BackOffMemory } from './state/back-off-memory';
import * as connectionEffects from './state/connection-effects';
import { eventTunnelFeature } from './state/event-tunnel-feature';
import { EVENT_TUNNEL_SETTINGS } from './state/event-tunnel-settings';
import * as ledgerEffects from './state/ledger-effects';
import { leaveUnreadyHost } from './state/leave-unready-host';
import { LedgerStore } from './state/ledger-store';
import * as notificationEffects from './state/notification-effects';
import * as pageEffects from './state/page-effects';
import * as subscriptionEffects from './state/subscription-effects';
import * as supervisionEffects from './state/supervision-effects';
import { SystemInfoSource } from './state/system-info-source';
import { TransportMemory } from './state/transport-memory';
import { TunnelInbox } from './state/tunnel-inbox';
import { CredentialHolder } from './transport/credential-holder';
import { IframeTransport } from './transport/iframe-transport';
import { TunnelTransport } from './transport/tunnel-transport';

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
    LedgerStore,
    TransportMemory,
    CredentialHolder,
    SystemInfoSource,
    { provide: TunnelTransport, useClass: IframeTransport },
    { provide: EVENT_TUNNEL_SETTINGS, useFactory: () => settingsReader(config) },
    provideEnvironmentInitializer(expectStore),
    provideState(eventTunnelFeature),
    provideEffects(
      connectionEffects,
      supervisionEffects,
      { leaveUnreadyHost },
      pageEffects,
      subscriptionEffects,
      notificationEffects,
      ledgerEffects,
    ),
    ...features.flatMap(({ providers }) => providers),
  ]);
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
