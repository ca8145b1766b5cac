import { BreakpointObserver } from '@angular/cdk/layout';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Store } from '@ngrx/store';
import { map } from 'rxjs';
import { Clock } from '../../display/clock';
import { saveFile } from '../../display/save-file';
import { markOf, StateLimits } from '../../display/state-thresholds';
import { AgentsInViewActions } from '../../session/session-actions';
import { selectSelf } from '../../session/watch-plan';
import { type AgentRow } from '../agent-row';
import { type AgentFilter, filterRows, nextOrder } from '../agent-row-order';
import { orderedRows } from '../ordered-rows';
import { selectAgentRows } from '../select-agent-rows';
import { StateSummary } from '../state-summary';
import { WishBar } from '../wishes/wish-bar';
import { WishOutcomes } from '../wishes/wish-outcomes';
import { wishesFeature } from '../wishes/wishes-feature';
import { groupRows } from './group-rows';
import { isPrinted } from './is-printed';
import { linkedView } from './linked-view';
import { NARROW_COLUMNS, type TeamColumn, USUAL_COLUMNS } from './team-columns';
import { teamCsv } from './team-csv';
import { teamsOf } from './teams-of';
import { TeamTable } from './team-table';
import { type TeamGrouping, type TeamView, USUAL_VIEW } from './team-view';
import { ViewMenu } from './view-menu';

const NOBODY: readonly AgentRow[] = [];

/** The team as a supervisor works with it: found, sorted, grouped, and asked to do something. */
@Component({
  selector: 'app-team-panel',
  imports: [
    MatButton,
    MatIcon,
    MatProgressBar,
    StateSummary,
    TeamTable,
    ViewMenu,
    WishBar,
    WishOutcomes,
  ],
  templateUrl: './team-panel.html',
  styleUrl: './team-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class TeamPanel {
  private readonly store = inject(Store);
  private readonly linked = linkedView();
  private readonly self = this.store.selectSignal(selectSelf);
  private readonly isNarrow = toSignal(
    inject(BreakpointObserver)
      .observe('(max-width: 700px)')
      .pipe(map(({ matches }) => matches)),
    { initialValue: false },
  );
  private readonly chosen = signal<ReadonlySet<string>>(new Set());

  protected readonly isPrinted = isPrinted();
  protected readonly now = inject(Clock).serverNow;
  protected readonly thresholds = inject(StateLimits).thresholds;
  protected readonly wishes = this.store.selectSignal(wishesFeature.selectWishesState);
  protected readonly view = this.linked.view;
  protected readonly all = this.store.selectSignal(selectAgentRows);
  protected readonly ofTeam = computed(() => {
    const { teamId } = this.view().filter;
    return teamId === '' ? this.all() : filterRows(this.all(), { text: '', state: '', teamId });
  });
  private readonly ordered = orderedRows();
  private readonly found = computed(() => {
    const { filter, order } = this.view();
    return this.ordered(this.all(), filter, order);
  });
  protected readonly marked = computed(
    () => this.found().filter((row) => this.isMarked(row)).length,
  );
  protected readonly rows = computed(() => {
    const found = this.found();
    return this.view().onlyMarked ? found.filter((row) => this.isMarked(row)) : found;
  });
  protected readonly items = computed(() => groupRows(this.rows(), this.view().grouping));
  protected readonly columns = computed(
    () => this.view().columns ?? (this.isNarrow() ? NARROW_COLUMNS : USUAL_COLUMNS),
  );
  protected readonly selectedRows = computed(() => {
    const chosen = this.chosen();
    // While nobody is chosen, as most of the time, a frame does not look for them.
    return chosen.size === 0 ? NOBODY : this.rows().filter(({ id }) => chosen.has(id));
  });
  protected readonly selected = computed(() => new Set(this.selectedRows().map(({ id }) => id)));
  protected readonly teams = computed(() =>
    teamsOf(this.all(), this.self(), this.view().filter.teamId),
  );

  protected find(part: Partial<AgentFilter>): void {
    this.linked.change({ filter: { ...this.view().filter, ...part } });
  }

  protected change(part: Partial<TeamView>): void {
    this.linked.change(part);
  }

  protected toggleState(state: string): void {
    this.find({ state: this.view().filter.state === state ? '' : state });
  }

  protected group(word: string): void {
    const grouping: TeamGrouping = word === 'state' || word === 'team' ? word : 'none';
    this.linked.change({ grouping });
  }

  protected showAll(): void {
    this.linked.change({ filter: USUAL_VIEW.filter, onlyMarked: false });
  }

  protected sort(column: TeamColumn): void {
    this.linked.change({ order: nextOrder(this.view().order, column) });
  }

  protected toggle(id: string): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(id)) {
      chosen.add(id);
    }
    this.chosen.set(chosen);
  }

  protected toggleAll(): void {
    const ids = this.rows().map(({ id }) => id);
    const areAll = ids.every((id) => this.chosen().has(id));
    this.chosen.set(new Set(areAll ? [] : ids));
  }

  protected clearSelection(): void {
    this.chosen.set(new Set());
  }

  protected look(agentIds: readonly string[]): void {
    this.store.dispatch(AgentsInViewActions.changed({ agentIds }));
  }

  protected exportCsv(): void {
    const day = new Date(this.now()).toISOString().slice(0, 19).replaceAll(':', '-');
    const rows = this.items().flatMap((item) => (item.kind === 'agent' ? [item.row] : []));
    saveFile(`team-${day}.csv`, teamCsv(rows, this.columns(), this.now()), 'text/csv');
  }

  protected print(): void {
    window.print();
  }

  private isMarked(row: { readonly state: string; readonly since: number | undefined }): boolean {
    return markOf(row, this.now(), this.thresholds()) !== 'none';
  }
}
