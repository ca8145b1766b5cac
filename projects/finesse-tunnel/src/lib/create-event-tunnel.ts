import { createEnvironmentInjector, type EnvironmentInjector } from '@angular/core';
import { Store } from '@ngrx/store';
import { EventTunnelService } from './event-tunnel-service';
import { type EventTunnelFeature, provideEventTunnel } from './provide-event-tunnel';
import type { EventTunnelConfigSource } from './settings-reader';
import { withOwnStore } from './with-own-store';

/** A tunnel that stands on its own. */
export interface EventTunnelHandle {
  readonly service: EventTunnelService;
  /** Where everything of this tunnel is found: `CredentialHolder`, the store, what features provide. */
  readonly injector: EnvironmentInjector;
  /** Ends the session and lets everything go. */
  readonly destroy: () => void;
}

/**
 * Makes one more tunnel, with a session, a secret and a store of its own: for applications that follow several
 * contact centres at once. It shares nothing with the one of `provideEventTunnel()`, and the host's developer tools
 * do not show its store.
 *
 * @param parent - Whoever makes it: the injector of the application or of a route.
 *
 * @example
 * ```ts
 * const second = createEventTunnel(inject(EnvironmentInjector), { tunnelUrl: '…' });
 * second.service.connect({ id: '1000001', password });
 * ```
 */
export function createEventTunnel(
  parent: EnvironmentInjector,
  config: EventTunnelConfigSource,
  ...features: readonly EventTunnelFeature[]
): EventTunnelHandle {
  // NgRx refuses a second root store below a first one; here it sees none.
  const withoutStore = createEnvironmentInjector([{ provide: Store, useValue: null }], parent);
  const injector = createEnvironmentInjector(
    [provideEventTunnel(config, withOwnStore(), ...features)],
    withoutStore,
  );
  const service = injector.get(EventTunnelService);
  return {
    service,
    injector,
    destroy: () => {
      service.disconnect();
      injector.destroy();
      withoutStore.destroy();
    },
  };
}
