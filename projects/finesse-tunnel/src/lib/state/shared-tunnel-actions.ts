import { createActionGroup, props } from '@ngrx/store';
import type { Sharing } from '../model/connection-status';
import type { Domains } from './connection-event';

/** What `withSharedTunnel()` finds out about the other tabs. */
export const SharedTunnelActions = createActionGroup({
  source: 'Shared Tunnel',
  events: {
    /** `undefined`: nothing is shared at present. */
    'Role Changed': props<{ readonly sharing: Sharing | undefined }>(),
    /** The connection that this tab takes part in goes there. */
    'Host Told': props<{
      readonly hostIndex: number;
      readonly domains: Domains;
      readonly at: number;
    }>(),
  },
});
