import { Actions, EffectSources, EffectsRunner } from '@ngrx/effects';
import { provideStore } from '@ngrx/store';
import type { EventTunnelFeature } from './provide-event-tunnel';

/**
 * Brings the NgRx store that the library needs, for hosts that have none and need not know of it.
 *
 * @example
 * ```ts
 * provideEventTunnel({ tunnelUrl: 'https://finesse.example.test:8445/tunnel/' }, withOwnStore());
 * ```
 */
export function withOwnStore(): EventTunnelFeature {
  // Effects live in the root injector by default, where the store of a child injector is not seen.
  return { providers: [provideStore(), Actions, EffectSources, EffectsRunner] };
}
