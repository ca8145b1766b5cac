import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, defer, map, type Observable, of, timeout } from 'rxjs';
import type { ConnectionErrorCode } from '../model/connection-status';
import type { EventTunnelSettings } from '../model/event-tunnel-config';
import type { SystemInfo } from '../model/system-info';
import { readResource } from '../notification/read-resource';
import { CONNECTION_ERRORS } from './connection-errors';

/** SystemInfo of a server that takes connections, or why there is none. */
export type SystemInfoReading =
  | {
      readonly ok: true;
      readonly systemInfo: SystemInfo;
      readonly xmppDomain: string;
      readonly pubsubDomain: string;
    }
  | { readonly ok: false; readonly code: ConnectionErrorCode; readonly message: string };

/** Asks a Finesse server what it is called and whether it serves. Needs no credentials and sends none. */
@Injectable()
export class SystemInfoSource {
  readonly #http = inject(HttpClient, { optional: true });

  /** Asks once. Never fails: a failure is a reading. */
  read({ restUrl, timeouts }: EventTunnelSettings): Observable<SystemInfoReading> {
    const http = this.#http;
    if (http === null) {
      return of(failure('bad-config', WITHOUT_HTTP));
    }
    return defer(() => http.get(`${restUrl}/SystemInfo`, { responseType: 'text' })).pipe(
      timeout(timeouts.systemInfoMs),
      map(readSystemInfo),
      catchError(() => of(failure('system-info-unavailable'))),
    );
  }
}

const WITHOUT_HTTP =
  'finesse-tunnel reads SystemInfo with HttpClient: add provideHttpClient(), or give xmppDomain and pubsubDomain.';

function readSystemInfo(xml: string): SystemInfoReading {
  const { resource } = readResource(xml, '/finesse/api/SystemInfo');
  if (resource?.kind !== 'system-info') {
    return failure('system-info-unavailable');
  }
  const { systemInfo } = resource;
  const { status, xmppDomain, xmppPubSubDomain } = systemInfo;
  if (status === 'OUT_OF_SERVICE') {
    return failure('out-of-service');
  }
  return xmppDomain && xmppPubSubDomain
    ? { ok: true, systemInfo, xmppDomain, pubsubDomain: xmppPubSubDomain }
    : failure('system-info-unavailable', WITHOUT_DOMAINS);
}

const WITHOUT_DOMAINS =
  'SystemInfo names no xmppDomain and xmppPubSubDomain. Give both in the configuration.';

function failure(code: ConnectionErrorCode, message = CONNECTION_ERRORS[code]): SystemInfoReading {
  return { ok: false, code, message };
}
