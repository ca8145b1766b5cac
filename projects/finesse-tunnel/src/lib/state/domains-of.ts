import type { Action } from '@ngrx/store';
import { map, type Observable, of } from 'rxjs';
import type { EventTunnelSettings } from '../model/event-tunnel-config';
import { FinesseApiActions } from './finesse-api-actions';
import type { SystemInfoSource } from './system-info-source';

/** The domains to introduce an agent with: as configured, or as SystemInfo tells them. */
export function domainsOf(
  settings: EventTunnelSettings,
  { systemInfo, now }: { readonly systemInfo: SystemInfoSource; readonly now: () => number },
): Observable<Action> {
  if (settings.domains !== undefined) {
    return of(FinesseApiActions.domainsKnown({ ...settings.domains, at: now() }));
  }
  return systemInfo.read(settings).pipe(
    map((reading) =>
      reading.ok
        ? FinesseApiActions.domainsKnown({
            xmppDomain: reading.xmppDomain,
            pubsubDomain: reading.pubsubDomain,
            systemInfo: reading.systemInfo,
            at: now(),
          })
        : FinesseApiActions.domainsUnknown({
            code: reading.code,
            message: reading.message,
            at: now(),
          }),
    ),
  );
}
