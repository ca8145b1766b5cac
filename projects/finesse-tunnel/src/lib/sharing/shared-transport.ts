/**
 * One connection over many tabs of an origin, for the same agent and the same hosts.
 *
 * To the rest of the library each tab has a page: it loads, is introduced, connects, answers. In the tab that leads
 * that is the real one; in the others what the leading tab tells, over a BroadcastChannel. So a tab is signed in,
 * watches, loses, retries and repairs in the one way there is, whoever holds the connection.
 *
 * 1. `open()` asks for the lock that is named after first host and agent. Who gets it, leads and opens the real page.
 * 2. The others follow: `loaded` at once, the introduction checked with Finesse and kept in this tab, `connected`
 *    when the leader is.
 * 3. The leader asks for what any tab watches. Every event goes to every tab, numbered; each takes what it watches.
 * 4. The lock falls to the next in line when the leader is closed, crashes or signs out; a leader that does not
 *    answer loses it. The new one opens its page, everybody subscribes anew, and snapshots fill the gap.
 * 5. A leader that was robbed while it was frozen drops its page and follows.
 */
import { DestroyRef, inject, Injectable, NgZone } from '@angular/core';
import { Store } from '@ngrx/store';
import { BehaviorSubject, Subject } from 'rxjs';
import { type TunnelMessage, TunnelMessageType } from 'finesse-tunnel/protocol';
import type { Sharing } from '../model/connection-status';
import { selectConnection } from '../state/event-tunnel-feature';
import { EVENT_TUNNEL_SETTINGS } from '../state/event-tunnel-settings';
import { RANDOM } from '../state/random';
import { TUNNEL_CLOCK } from '../state/tunnel-clock';
import { type PageBeside, TunnelTransport } from '../transport/tunnel-transport';
import { FollowingTab, PING_EVERY_MS } from './following-tab';
import { Leadership } from './leadership';
import { LeadingTab } from './leading-tab';
import { SecretCheck } from './secret-check';
import type { SharingTools } from './sharing-tools';
import {
  type LeaderState,
  readTabMessage,
  TAB_MESSAGE_VERSION,
  type TabMessage,
} from './tab-message';
import { OWN_PAGE, TAB_CHANNEL, TAB_LOCKS, type TabChannel, type TabLocks } from './tab-tools';

/** What this tab shares a connection by. */
interface Membership {
  /** The same for every tab of one agent and the same first host; no secret in it. */
  readonly name: string;
  readonly agentId: string;
  readonly tools: SharingTools;
  readonly leadership: Leadership;
  /** Leaves the channel. */
  readonly leave: () => void;
}

/** `alone` where the browser has nothing to share by. */
type Role = LeadingTab | FollowingTab | 'alone';

/** The road to the page of whichever tab has one. */
@Injectable()
export class SharedTransport extends TunnelTransport {
  readonly #page = inject(OWN_PAGE);
  readonly #zone = inject(NgZone);
  readonly #connection = inject(Store).selectSignal(selectConnection);
  readonly #settings = inject(EVENT_TUNNEL_SETTINGS);
  readonly #now = inject(TUNNEL_CLOCK);
  readonly #random = inject(RANDOM);
  readonly #locks = inject(TAB_LOCKS);
  readonly #openChannel = inject(TAB_CHANNEL);
  readonly #check = inject(SecretCheck);
  // `randomUUID` exists in secure contexts only, and this transport everywhere.
  readonly #tab = crypto.getRandomValues(new Uint32Array(3)).join('-');
  readonly #messages = new Subject<TunnelMessage>();
  readonly #hostTold = new Subject<LeaderState>();
  readonly #worthATry = new Subject<void>();
  readonly #sharing = new BehaviorSubject<Sharing | undefined>(undefined);
  #membership: Membership | undefined;
  /** `undefined` while nothing is open, or it is not known yet who leads. */
  #role: Role | undefined;
  #url = '';
  /** The highest one heard of. */
  #term = 0;

  override readonly messages$ = this.#messages.asObservable();
  override readonly diagnostics$ = this.#page.diagnostics$;

  /** What this tab is among the others. */
  readonly sharing$ = this.#sharing.asObservable();
  /** Where the connection goes that this tab takes part in, and under which names. */
  readonly hostTold$ = this.#hostTold.asObservable();
  /** The leader is connected, while this tab waits for its next attempt. */
  readonly worthATry$ = this.#worthATry.asObservable();

  constructor() {
    super();
    this.#page.messages$.subscribe((message) => {
      if (this.#role instanceof LeadingTab) {
        this.#role.pageSaid(message);
      } else if (this.#role === 'alone') {
        this.#messages.next(message);
      }
    });
    inject(DestroyRef).onDestroy(() => {
      this.close();
    });
  }

  override open(url: string): void {
    this.#url = new URL(url).href;
    const agentId = this.#connection().status.agentId ?? '';
    const name = `finesse-tunnel ${new URL(this.#settings(0).tunnelUrl).origin} ${agentId}`;
    if (this.#membership?.name !== name) {
      this.close();
      this.#join(name, agentId);
    } else if (this.#role instanceof FollowingTab) {
      this.#role.open();
    } else if (this.#role instanceof LeadingTab) {
      this.#role.open(this.#url);
    }
    if (this.#role === 'alone') {
      this.#page.open(this.#url);
    }
  }

  override openBeside(url: string): PageBeside | undefined {
    const page = this.#page.openBeside?.(url);
    return page !== undefined && this.#role instanceof LeadingTab
      ? this.#role.beside(page, url)
      : page;
  }

  override send(message: TunnelMessage): void {
    if (this.#role === 'alone') {
      this.#page.send(message);
    } else {
      this.#role?.send(message);
    }
  }

  override close(): void {
    if (this.#role === 'alone') {
      this.#page.close();
    } else {
      this.#role?.close();
    }
    this.#membership?.leadership.release();
    this.#membership?.leave();
    this.#membership = undefined;
    this.#became(undefined, undefined);
  }

  #join(name: string, agentId: string): void {
    const locks = this.#locks;
    const openChannel = this.#openChannel;
    if (locks === undefined || openChannel === undefined || !this.#check.isPossible) {
      this.#became('alone', 'unavailable');
      return;
    }
    const channel = openChannel(name);
    const tools = this.#toolsFor(locks, channel);
    const leadership = new Leadership(locks, name, {
      won: () => {
        this.#lead(tools);
      },
      denied: () => {
        this.#follow();
      },
      stolen: () => {
        this.#robbed();
      },
      unavailable: () => {
        this.close();
        this.#became('alone', 'unavailable');
        this.#page.open(this.#url);
      },
    });
    const leave = this.#listen(channel);
    this.#membership = { name, agentId, tools, leadership, leave };
    leadership.claim();
  }

  #toolsFor(locks: TabLocks, channel: TabChannel): SharingTools {
    return {
      tab: this.#tab,
      locks,
      inner: this.#page,
      now: this.#now,
      random: this.#random,
      say: (message) => {
        // A thousand a second: change detection follows once per frame, when the store is told.
        if (message.type === TunnelMessageType.Event) {
          this.#messages.next(message);
        } else {
          this.#zone.run(() => {
            this.#messages.next(message);
          });
        }
      },
      post: (message) => {
        channel.postMessage({ ...message, version: TAB_MESSAGE_VERSION, from: this.#tab });
      },
    };
  }

  /** @returns what ends it. */
  #listen(channel: TabChannel): () => void {
    return this.#zone.runOutsideAngular(() => {
      channel.onmessage = ({ data }: MessageEvent<unknown>): void => {
        const message = readTabMessage(data);
        if (message !== undefined && message.from !== this.#tab) {
          this.#hear(message);
        }
      };
      const ticking = setInterval(() => {
        if (this.#role instanceof FollowingTab) {
          this.#role.tick();
        }
      }, PING_EVERY_MS);
      return () => {
        clearInterval(ticking);
        channel.onmessage = null;
        channel.close();
      };
    });
  }

  #hear(message: TabMessage): void {
    const role = this.#role;
    if ('term' in message) {
      this.#term = Math.max(this.#term, message.term);
      if (role instanceof FollowingTab) {
        role.hear(message);
      } else if (role instanceof LeadingTab && message.term > role.term) {
        // The browser says so too, but perhaps only after more of what waited for a thawed tab.
        this.#robbed();
      }
    } else if (role instanceof LeadingTab) {
      role.hear(message.from, message);
    }
  }

  /** The lock is this tab's: opens the page, where the last leader had it if there was one. */
  #lead(tools: SharingTools): void {
    const before = this.#role instanceof FollowingTab ? this.#role : undefined;
    before?.close();
    this.#term = Math.max(this.#now(), this.#term + 1);
    const leading = new LeadingTab(tools, this.#term);
    this.#became(leading, 'leader');
    if (before !== undefined) {
      tools.say({ type: TunnelMessageType.Status, body: 'reconnecting' });
    }
    leading.open(before?.leaderUrl ?? this.#url);
  }

  #follow(): void {
    const { tools, agentId, leadership } = this.#membership ?? {};
    if (tools === undefined || agentId === undefined) {
      return;
    }
    const following = new FollowingTab(tools, this.#term, {
      check: () => this.#check.verdict(agentId),
      hostTold: (state) => {
        this.#hostTold.next(state);
      },
      worthATry: () => {
        this.#worthATry.next();
      },
      leaderSilent: () => leadership?.steal(),
    });
    this.#became(following, 'follower');
    following.open();
  }

  /** While this tab was frozen, another one took the lead: there is one connection too many. */
  #robbed(): void {
    if (this.#role instanceof LeadingTab) {
      this.#role.retire();
      this.#follow();
    }
  }

  #became(role: Role | undefined, sharing: Sharing | undefined): void {
    this.#role = role;
    if (this.#sharing.value !== sharing) {
      this.#sharing.next(sharing);
    }
  }
}
