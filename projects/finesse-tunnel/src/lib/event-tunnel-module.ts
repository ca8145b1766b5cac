import { type ModuleWithProviders, NgModule } from '@angular/core';
import {
  type EventTunnelConfigSource,
  type EventTunnelFeature,
  provideEventTunnel,
} from './provide-event-tunnel';

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
    return { ngModule: EventTunnelModule, providers: [provideEventTunnel(config, ...features)] };
  }
}
