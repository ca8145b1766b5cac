import { inject, type ModuleWithProviders, NgModule, type Provider } from '@angular/core';
import { ROOT_STORE_PROVIDER, Store } from '@ngrx/store';
import { type EventTunnelFeature, provideEventTunnel } from './provide-event-tunnel';
import type { EventTunnelConfigSource } from './settings-reader';

/**
 * The same providers for an application of NgModules, next to `StoreModule.forRoot()`.
 *
 * @example
 * ```ts
 * \@NgModule({
 *   imports: [
 *     StoreModule.forRoot({}),
 *     EventTunnelModule.forRoot({ tunnelUrl: 'https://finesse.example.test:8445/tunnel/' }),
 *   ],
 * })
 * ```
 */
@NgModule()
export class EventTunnelModule {
  /** For the root module, once. */
  static forRoot(
    config: EventTunnelConfigSource,
    ...features: readonly EventTunnelFeature[]
  ): ModuleWithProviders<EventTunnelModule> {
    return {
      ngModule: EventTunnelModule,
      providers: [ROOT_STORE, provideEventTunnel(config, ...features)],
    };
  }
}

/** `provideState` waits for this token, which `provideStore()` offers and `StoreModule.forRoot()` does not. */
const ROOT_STORE: Provider = {
  provide: ROOT_STORE_PROVIDER,
  useFactory: (): void => {
    inject(Store);
  },
};
