import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import {
  selectAllAgents,
  selectAllQueues,
  selectConnectionStatus,
  selectSubscriptions,
} from 'finesse-tunnel';
import { alertText } from '../alerts/alert-text';
import { AlertWatch } from '../alerts/alert-watch';
import { type Alert } from '../alerts/evaluate-alerts';
import { agentName } from '../display/agent-name';
import { AgentStateBadge } from '../display/agent-state-badge';
import { agentStateLook } from '../display/agent-state-look';
import { Clock } from '../display/clock';
import { elapsed } from '../display/elapsed';
import { Formats } from '../display/formats';
import { selectThresholds } from '../settings/settings-feature';
import { type Exceedance, exceedances } from './exceedance';
import { WakeLock } from './wake-lock';
import { lastEventAt, stateCounts, wallFigures, wallQueues } from './wall-figures';
import { readWallLayout, type WallPageKind, wallViews } from './wall-layout';
import { WallSignIn } from './wall-sign-in';
import { WallTile } from './wall-tile';

/** How many rows of a kind can be read from six metres without scrolling. */
const ROWS: Readonly<Record<WallPageKind, number>> = {
  overview: Infinity,
  agents: 24,
  queues: 8,
  alerts: 8,
};

/** Figures, agents, queues and what is beyond its threshold, in turn; sized by the screen. */
@Component({
  selector: 'app-wall-panel',
  imports: [AgentStateBadge, MatIcon, RouterLink, WallTile],
  templateUrl: './wall-panel.html',
  styleUrl: './wall-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(document:keydown.arrowright)': 'turn(1)',
    '(document:keydown.arrowleft)': 'turn(-1)',
  },
})
export class WallPanel {
  /** The query of the address. */
  readonly params = input.required<Readonly<Record<string, string | undefined>>>();

  private readonly store = inject(Store);
  private readonly clock = inject(Clock);
  private readonly formats = inject(Formats);
  private readonly subscriptions = this.store.selectSignal(selectSubscriptions);
  private readonly thresholds = this.store.selectSignal(selectThresholds);
  private readonly allAgents = this.store.selectSignal(selectAllAgents);
  private readonly allQueues = this.store.selectSignal(selectAllQueues);
  private readonly watch = inject(AlertWatch);
  private readonly turned = signal(0);

  protected readonly session = inject(WallSignIn);
  protected readonly status = this.store.selectSignal(selectConnectionStatus);
  protected readonly now = this.clock.serverNow;
  protected readonly time = computed(() => this.formats.time(this.clock.now()));
  protected readonly reading = computed(() => readWallLayout(this.params()));
  protected readonly isPaused = signal(false);
  protected readonly elapsed = elapsed;
  protected readonly look = agentStateLook;
  protected readonly nameOf = agentName;

  protected readonly agents = computed(() => {
    const { teamId } = this.reading().layout;
    const chosen = this.allAgents().filter((agent) => teamId === '' || agent.teamId === teamId);
    return chosen.sort((a, b) => agentName(a).localeCompare(agentName(b)));
  });
  protected readonly queues = computed(() => {
    const { queueIds } = this.reading().layout;
    return this.allQueues().filter(({ id }) => queueIds.length === 0 || queueIds.includes(id));
  });
  protected readonly rows = computed(() => wallQueues(this.queues()));
  protected readonly figures = computed(() => wallFigures(this.agents(), this.rows()));
  protected readonly counts = computed(() => stateCounts(this.agents()));
  protected readonly alerts = computed(() => [
    ...this.watch.active().map(toldAlert),
    ...exceedances({ agents: this.agents(), queues: this.queues() }, this.thresholds(), this.now()),
  ]);
  protected readonly alerting = computed(() => new Set(this.alerts().map(({ id }) => id)));

  protected readonly views = computed(() => {
    const count = { overview: 1, agents: this.agents().length, queues: this.rows().length };
    return wallViews(this.reading().layout.pages, (kind) =>
      Math.ceil((kind === 'alerts' ? this.alerts().length : count[kind]) / ROWS[kind]),
    );
  });
  protected readonly position = computed(() => {
    const count = this.views().length;
    return ((this.turned() % count) + count) % count;
  });
  protected readonly view = computed(() => this.views()[this.position()]);

  protected readonly isOld = computed(() => this.status().phase !== 'connected');
  protected readonly agentsAge = computed(() => this.ageOf('agents'));
  protected readonly queuesAge = computed(() => this.ageOf('queues'));

  constructor() {
    inject(WakeLock).holdFor(inject(DestroyRef));
    effect((onCleanup) => {
      const { everySeconds } = this.reading().layout;
      if (!this.isPaused()) {
        const timer = setInterval(() => this.turn(1), everySeconds * 1000);
        onCleanup(() => clearInterval(timer));
      }
    });
  }

  /** The rows of the part that is shown. */
  protected part<T>(rows: readonly T[]): readonly T[] {
    const { kind, part } = this.view() ?? { kind: 'overview', part: 1 };
    return rows.slice((part - 1) * ROWS[kind], part * ROWS[kind]);
  }

  protected turn(by: number): void {
    this.turned.update((turned) => turned + by);
  }

  private ageOf(source: 'agents' | 'queues'): string {
    const at = lastEventAt(this.subscriptions(), source);
    if (this.isOld()) {
      const since = this.formats.time(this.status().since);
      return $localize`:@@wall.as-of:as of ${since}:time:, not connected`;
    }
    return at === undefined
      ? $localize`:@@wall.no-change:no change yet`
      : $localize`:@@wall.changed:changed ${elapsed(at, this.clock.now())}:age: ago`;
  }
}

/** An alert of a rule, as the wall shows it beside what is beyond a threshold. */
function toldAlert(alert: Alert): Exceedance {
  return {
    id: `alert ${alert.key}`,
    subject: `${alert.rule.name}: ${alert.subject}`,
    what: alertText(alert),
    since: alert.since,
  };
}
