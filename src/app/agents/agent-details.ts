import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { selectAllDialogs } from 'finesse-tunnel';
import { AgentStateBadge } from '../display/agent-state-badge';
import { Clock } from '../display/clock';
import { elapsed } from '../display/elapsed';
import { markOf, StateLimits } from '../display/state-thresholds';
import { NO_HISTORY } from '../history/agent-history';
import { historyFeature } from '../history/history-feature';
import { AgentsInViewActions } from '../session/session-actions';
import { AgentDialogs } from './agent-dialogs';
import { selectAgentRows } from './select-agent-rows';
import { AgentPast } from './timeline/agent-past';
import { AgentTimeline } from './timeline/agent-timeline';
import { WishBar } from './wishes/wish-bar';
import { WishOutcomes } from './wishes/wish-outcomes';

/** One agent in full: state, what may be asked, the last hours, and the calls they are in. */
@Component({
  selector: 'app-agent-details',
  imports: [
    AgentDialogs,
    AgentPast,
    AgentStateBadge,
    AgentTimeline,
    MatIcon,
    RouterLink,
    WishBar,
    WishOutcomes,
  ],
  templateUrl: './agent-details.html',
  styleUrl: './agent-details.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class AgentDetails {
  readonly id = input.required<string>();

  private readonly store = inject(Store);
  private readonly all = this.store.selectSignal(selectAgentRows);
  private readonly allDialogs = this.store.selectSignal(selectAllDialogs);
  private readonly past = this.store.selectSignal(historyFeature.selectAgents);
  private readonly thresholds = inject(StateLimits).thresholds;

  protected readonly now = inject(Clock).serverNow;
  protected readonly gaps = this.store.selectSignal(historyFeature.selectGaps);
  protected readonly elapsed = elapsed;
  protected readonly signedOut = $localize`:@@agent.signed-out:signed out`;
  protected readonly row = computed(() => this.all().find(({ id }) => id === this.id()));
  protected readonly rows = computed(() => {
    const row = this.row();
    return row === undefined ? [] : [row];
  });
  protected readonly mark = computed(() => {
    const row = this.row();
    return row === undefined ? 'none' : markOf(row, this.now(), this.thresholds());
  });
  protected readonly history = computed(() => this.past().get(this.id()) ?? NO_HISTORY);
  protected readonly dialogs = computed(() => {
    const ids = new Set(this.row()?.calls.map(({ id }) => id));
    return this.allDialogs().filter(({ id }) => ids.has(id));
  });

  constructor() {
    effect(() => this.store.dispatch(AgentsInViewActions.changed({ agentIds: [this.id()] })));
  }
}
