import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import { Store } from '@ngrx/store';
import { selectAllAgents, selectAllQueues, selectConnectionStatus } from 'finesse-tunnel';
import { Clock } from '../display/clock';
import { IS_REPLAY } from '../session/is-replay';
import { sessionFeature } from '../session/session-feature';
import { settingsFeature } from '../settings/settings-feature';
import { AlertAnnouncer } from './alert-announcer';
import { type Alert, type Alerts, evaluateAlerts } from './evaluate-alerts';

/** What was told, and when it was over. */
export interface PastAlert {
  readonly alert: Alert;
  /** Absent while it lasts. */
  readonly clearedAt?: number;
}

const PAST_LIMIT = 200;
const NONE: Alerts = new Map();

/**
 * Looks at the rules once a tick of the clock, whatever comes in meanwhile. Alerts last as long as the session; in a
 * replay they follow it silently.
 */
@Service()
export class AlertWatch {
  private readonly store = inject(Store);
  private readonly clock = inject(Clock);
  private readonly announcer = inject(AlertAnnouncer);
  private readonly isReplay = inject(IS_REPLAY);
  private readonly isOpen = this.store.selectSignal(sessionFeature.selectIsOpen);
  private readonly settings = this.store.selectSignal(settingsFeature.selectSettings);
  private readonly agents = this.store.selectSignal(selectAllAgents);
  private readonly queues = this.store.selectSignal(selectAllQueues);
  private readonly status = this.store.selectSignal(selectConnectionStatus);
  private readonly all = signal(NONE);
  private readonly log = signal<readonly PastAlert[]>([]);
  private lookedAt = 0;

  /** What was told and is not over, the newest first. */
  readonly active = computed(() =>
    [...this.all().values()]
      .filter(({ firedAt }) => firedAt !== undefined)
      .sort((a, b) => (b.firedAt ?? 0) - (a.firedAt ?? 0)),
  );
  /** How many of them nobody has acknowledged. */
  readonly open = computed(
    () => this.active().filter(({ acknowledgedAt }) => acknowledgedAt === undefined).length,
  );
  /** What was told in this session, the newest first. */
  readonly past = this.log.asReadonly();

  constructor() {
    effect(() => {
      const now = this.clock.now();
      const rules = this.settings().alerts;
      const isOpen = this.isOpen();
      untracked(() => {
        if (!isOpen || now < this.lookedAt) {
          this.all.set(NONE);
          this.log.set([]);
        }
        this.lookedAt = now;
        if (isOpen) {
          this.look(now, rules);
        }
      });
    });
  }

  /** Somebody has seen it; it stays until it is over. */
  acknowledge(keys: readonly string[]): void {
    const acknowledgedAt = this.clock.now();
    this.all.update((before) => {
      const after = new Map(before);
      for (const key of keys) {
        const alert = after.get(key);
        if (alert !== undefined && alert.acknowledgedAt === undefined) {
          after.set(key, { ...alert, acknowledgedAt });
        }
      }
      return after;
    });
  }

  private look(now: number, rules: Parameters<typeof evaluateAlerts>[1]): void {
    const { phase, since } = this.status();
    const { alerts, fired, cleared } = evaluateAlerts(this.all(), rules, {
      agents: this.agents(),
      queues: this.queues(),
      connection: { phase, since },
      now,
      serverNow: this.clock.serverNow(),
    });
    if (alerts.size > 0 || this.all().size > 0) {
      this.all.set(alerts);
    }
    if (fired.length > 0 || cleared.length > 0) {
      const over = new Set(cleared.map(({ key }) => key));
      const before = this.log().map((past) =>
        over.has(past.alert.key) && past.clearedAt === undefined
          ? { ...past, clearedAt: now }
          : past,
      );
      const told = fired.map((alert) => ({ alert }));
      this.log.set([...told.reverse(), ...before].slice(0, PAST_LIMIT));
    }
    if (fired.length > 0 && !this.isReplay) {
      this.announcer.announce(fired);
    }
  }
}
