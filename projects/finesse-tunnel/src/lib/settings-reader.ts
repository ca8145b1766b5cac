import { inject, Injector, runInInjectionContext } from '@angular/core';
import { Store } from '@ngrx/store';
import type { EventTunnelConfig, EventTunnelSettings } from './model/event-tunnel-config';
import { resolveConfig } from './model/resolve-config';
import { selectConnection } from './state/event-tunnel-feature';
import { TransportMemory } from './state/transport-memory';
import { TUNNEL_CLOCK } from './state/tunnel-clock';

/** The config, or a function that gives it: called in an injection context, at every connection attempt. */
export type EventTunnelConfigSource = EventTunnelConfig | (() => EventTunnelConfig);

/**
 * Makes the reader of the settings that hold now: those of the host in use, or of another one where a caller says
 * which; with `auto` resolved to the transport that is to be tried.
 */
export function settingsReader(
  source: EventTunnelConfigSource,
): (hostIndex?: number) => EventTunnelSettings {
  const injector = inject(Injector);
  const memory = inject(TransportMemory);
  const now = inject(TUNNEL_CLOCK);
  const choice = inject(Store).selectSignal(selectConnection);
  // One for the life of the page: a reconnect under the same resource ends a session that hangs on the server.
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  const resource = `finesse-tunnel-${random.toString(16).padStart(8, '0')}`;
  return (hostIndex) => {
    const config =
      typeof source === 'function' ? runInInjectionContext(injector, () => source()) : source;
    const { host } = choice();
    const settings = resolveConfig(config, resource, hostIndex ?? host.index);
    const failures = hostIndex === undefined || hostIndex === host.index ? host.failures : 0;
    return config.connectionType === 'auto'
      ? { ...settings, connectionType: memory.typeFor(settings.tunnelUrl, failures, now()) }
      : settings;
  };
}
