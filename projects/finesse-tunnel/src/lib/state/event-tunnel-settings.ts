import { InjectionToken } from '@angular/core';
import type { EventTunnelSettings } from '../model/event-tunnel-config';

/**
 * Reads the settings that hold now, for the host in use unless another one is named. Call it late, at the moment they are needed: an application may learn its
 * addresses only after it started. Throws `TypeError` when the config cannot be used.
 */
export const EVENT_TUNNEL_SETTINGS = new InjectionToken<
  (hostIndex?: number) => EventTunnelSettings
>('finesse-tunnel settings');
