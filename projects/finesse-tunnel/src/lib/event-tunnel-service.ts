import { isPlatformBrowser } from '@angular/common';
import { inject, Injectable, PLATFORM_ID, type Signal } from '@angular/core';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { defer, finalize, map, type Observable } from 'rxjs';
import type { PresenceBody } from 'finesse-tunnel/protocol';
import type { Live } from './live/live';
import { LiveContactCenter, type LiveTeam } from './live/live-contact-center';
import type { ConnectionStatus } from './model/connection-status';
import type { Credentials } from './model/credentials';
import type { Diagnostic } from './model/diagnostic';
import type { TunnelLedger } from './model/ledger';
import type { NodeSubscription } from './model/node-subscription';
import type { Notification } from './model/notification';
import { BackOffMemory } from './state/back-off-memory';
import type { RememberedBackOff } from './state/connection-event';
import type { SystemInfo } from './model/system-info';
import { EventTunnelServiceActions } from './state/event-tunnel-service-actions';
import { selectConnectionStatus, selectSubscriptions } from './state/event-tunnel-feature';
import { EVENT_TUNNEL_SETTINGS } from './state/event-tunnel-settings';
import { LedgerStore } from './state/ledger-store';
import type { StoredAgent, StoredDialog, StoredQueue } from './state/told';
import { TUNNEL_CLOCK } from './state/tunnel-clock';
import { TunnelInbox } from './state/tunnel-inbox';
import { TunnelPageActions } from './state/tunnel-page-actions';
import { CredentialHolder } from './transport/credential-holder';

/**
 * The way into the contact centre: says what is wanted, shows what is.
 *
 * The work is done by effects; what they find is also in the feature state `eventTunnel`.
 *
 * @example
 * ```ts
 * const tunnel = inject(EventTunnelService);
 * tunnel.connect({ id: '1001001', password });
 * tunnel.watch(teamUsersNode('1')).subscribe((notification) => console.log(notification.kind));
 * ```
 */
@Injectable()
export class EventTunnelService {
  readonly #store = inject(Store);
  readonly #inbox = inject(TunnelInbox);
  readonly #credentials = inject(CredentialHolder);
  readonly #backOff = inject(BackOffMemory);
  #wasAsked = false;
  readonly #settings = inject(EVENT_TUNNEL_SETTINGS);
  readonly #now = inject(TUNNEL_CLOCK);
  readonly #live = inject(LiveContactCenter);
  readonly #isBrowser = isPlatformBrowser(inject(PLATFORM_ID));

  readonly #watch = (node: string): Observable<Notification> => this.watch(node);

  /** Where the connection is, with the reason of the last failure. */
  readonly status: Signal<ConnectionStatus> = this.#store.selectSignal(selectConnectionStatus);

  /** The same as {@link EventTunnelService.status}; begins with the present state. */
  readonly status$: Observable<ConnectionStatus> = this.#store.select(selectConnectionStatus);

  /** The watched nodes, each with its state, watchers, events seen and last error. */
  readonly subscriptions: Signal<readonly NodeSubscription[]> =
    this.#store.selectSignal(selectSubscriptions);

  /**
   * What was heard, missed and put right, node by node; changes twice a second at most. Plain data: export it with
   * `JSON.stringify`.
   */
  readonly ledger: Signal<TunnelLedger> = inject(LedgerStore).ledger;

  /** Every notification of every node, in order, the moment it is read. */
  readonly notifications$: Observable<Notification> = this.#inbox.notifications$;

  /** What came in and was refused or not understood. The session goes on. */
  readonly diagnostics$: Observable<Diagnostic> = this.#inbox.diagnostics$;

  /** Presence of the `finesse` user and of whoever else the server tells about. */
  readonly presence$: Observable<PresenceBody> = inject(Actions).pipe(
    ofType(TunnelPageActions.presenceReceived),
    map(({ presence }) => presence),
  );

  /**
   * Wishes to be signed in, and to stay so: what is lost is tried again until `disconnect()`.
   *
   * While the same agent is connected it only takes the new secret for later. On a server that renders
   * pages it does nothing.
   */
  connect(credentials: Credentials): void {
    if (!this.#isBrowser) {
      return;
    }
    const at = this.#now();
    this.#credentials.hold(credentials);
    const backOff = this.#rememberedBackOff(credentials, at);
    this.#store.dispatch(
      EventTunnelServiceActions.connectRequested({
        agentId: credentials.id,
        at,
        hosts: this.#hostCount(),
        ...(backOff === undefined ? {} : { backOff }),
      }),
    );
  }

  /** Wishes to leave: ends the session, removes the page, forgets the secret and what was told. */
  disconnect(): void {
    this.#store.dispatch(EventTunnelServiceActions.disconnectRequested({ at: this.#now() }));
  }

  /**
   * The notifications of one node, for as long as somebody is subscribed to the result.
   *
   * The first subscriber subscribes to the node, the last one unsubscribes; before the connection stands and
   * after it broke, the node is asked for as soon as it stands. Never ends, never fails: a refusal is told by
   * `subscriptions`. Handlers run at once, outside Angular's zone where there is one.
   */
  watch(node: string): Observable<Notification> {
    return defer(() => {
      this.#store.dispatch(EventTunnelServiceActions.watchStarted({ node }));
      return this.#inbox.ofNode(node);
    }).pipe(
      finalize(() => {
        this.#inbox.release(node);
        this.#store.dispatch(EventTunnelServiceActions.watchStopped({ node }));
      }),
    );
  }

  /** One agent: oneself, or for supervisors those of their teams. */
  watchAgent(id: string): Observable<Live<StoredAgent>> {
    return this.#live.agent(id, this.#watch);
  }

  /** One team with its agents, for its supervisors. */
  watchTeam(id: string): Observable<Live<LiveTeam>> {
    return this.#live.team(id, this.#watch);
  }

  /** The agents of one team, for its supervisors. */
  watchTeamAgents(teamId: string): Observable<Live<readonly StoredAgent[]>> {
    return this.#live.teamAgents(teamId, this.#watch);
  }

  /** The voice dialogs of one agent. */
  watchDialogs(agentId: string): Observable<Live<readonly StoredDialog[]>> {
    return this.#live.dialogs(agentId, this.#watch);
  }

  /** One queue with its statistics. Never on UCCX. */
  watchQueue(id: string): Observable<Live<StoredQueue>> {
    return this.#live.queue(id, this.#watch);
  }

  /** The queues of one agent; for a supervisor those of all supervised agents. Never on UCCX. */
  watchQueues(agentId: string): Observable<Live<readonly StoredQueue[]>> {
    return this.#live.queues(agentId, this.#watch);
  }

  /** What the server says about itself. */
  watchSystemInfo(): Observable<Live<SystemInfo>> {
    return this.#live.systemInfo(this.#watch);
  }

  #hostCount(): number {
    try {
      return this.#settings().hostCount;
    } catch {
      // The attempt that comes says what is wrong with the config.
      return 1;
    }
  }

  /** Of the life before a reload, so only once. A person who types a password goes on counting, but does not wait. */
  #rememberedBackOff(credentials: Credentials, at: number): RememberedBackOff | undefined {
    const remembered = this.#wasAsked ? undefined : this.#backOff.recall(at);
    this.#wasAsked = true;
    return remembered === undefined || !('password' in credentials)
      ? remembered
      : { attempt: remembered.attempt, nextAttemptAt: at };
  }
}
