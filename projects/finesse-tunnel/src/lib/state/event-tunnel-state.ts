import type { PresenceBody } from 'finesse-tunnel/protocol';
import { INITIAL_CONNECTION } from './connection-machine';
import type { Sharing } from '../model/connection-status';
import type { ConnectionState } from './connection-moves';
import { type ContactCenter, EMPTY_CONTACT_CENTER } from './contact-center';
import { type HeardEvents, NOTHING_HEARD } from './node-events';
import type { Subscriptions } from './subscriptions';

/** The feature state `eventTunnel`. Plain data, no secret in it. */
export interface EventTunnelState {
  readonly connection: ConnectionState;
  readonly subscriptions: Subscriptions;
  /** What was heard of the watched nodes. */
  readonly heard: HeardEvents;
  readonly contactCenter: ContactCenter;
  /** Whether the `finesse` user is there, as its last presence told; `undefined` before the first one. */
  readonly finessePresence: PresenceBody['type'] | undefined;
  /** What this tab is among those that share a connection; `undefined` when none is shared. */
  readonly sharing: Sharing | undefined;
}

/** Before anything happened. */
export const INITIAL_EVENT_TUNNEL_STATE: EventTunnelState = {
  connection: INITIAL_CONNECTION,
  subscriptions: {},
  heard: NOTHING_HEARD,
  contactCenter: EMPTY_CONTACT_CENTER,
  finessePresence: undefined,
  sharing: undefined,
};
