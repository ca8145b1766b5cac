import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  input,
  output,
  viewChild,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatIcon } from '@angular/material/icon';
import { auditTime, of, switchMap } from 'rxjs';
import { markOf, type StateMark, type StateThresholds } from '../../display/state-thresholds';
import { type AgentRow } from '../agent-row';
import { type AgentOrder } from '../agent-row-order';
import { type WishesState } from '../wishes/wishes-feature';
import { type TeamItem } from './group-rows';
import { TEAM_COLUMNS, type TeamColumn } from './team-columns';
import { TeamRow } from './team-row';
import { type TeamDensity } from './team-view';

const ROW_HEIGHTS: Readonly<Record<TeamDensity, number>> = { comfortable: 42, compact: 30 };
const CHECK_WIDTH = '32px';

/** The lines of the team, of which only those near the visible ones are in the document. */
@Component({
  selector: 'app-team-table',
  imports: [CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport, MatIcon, TeamRow],
  templateUrl: './team-table.html',
  styleUrl: './team-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamTable {
  readonly items = input.required<readonly TeamItem[]>();
  readonly columns = input.required<readonly TeamColumn[]>();
  readonly order = input.required<AgentOrder>();
  readonly density = input.required<TeamDensity>();
  /** The time on the server's clock. */
  readonly now = input.required<number>();
  readonly thresholds = input.required<StateThresholds>();
  readonly selected = input.required<ReadonlySet<string>>();
  readonly wishes = input.required<WishesState>();
  /** All lines in the document at once: paper does not scroll. */
  readonly isPrinted = input(false);
  readonly sortRequested = output<TeamColumn>();
  readonly selectionToggled = output<string>();
  readonly allToggled = output();
  /** The agents that are in the document now. */
  readonly viewMoved = output<readonly string[]>();

  protected readonly rowHeight = computed(() => ROW_HEIGHTS[this.density()]);
  protected readonly height = computed(() => this.items().length * this.rowHeight());
  protected readonly heads = computed(() =>
    TEAM_COLUMNS.filter(({ id }) => this.columns().includes(id)),
  );
  protected readonly tracks = computed(() =>
    [CHECK_WIDTH, ...this.heads().map(({ width }) => width)].join(' '),
  );
  protected readonly minWidth = computed(() => 60 + this.heads().length * 96);
  private readonly agents = computed(() =>
    this.items().flatMap((item) => (item.kind === 'agent' ? [item.row.id] : [])),
  );
  protected readonly areAllSelected = computed(
    () => this.agents().length > 0 && this.agents().every((id) => this.selected().has(id)),
  );
  protected readonly areSomeSelected = computed(
    () => !this.areAllSelected() && this.agents().some((id) => this.selected().has(id)),
  );
  private readonly viewport = viewChild(CdkVirtualScrollViewport);
  private readonly rendered = toSignal(
    toObservable(this.viewport).pipe(
      switchMap((viewport) => viewport?.renderedRangeStream ?? of({ start: 0, end: 0 })),
      auditTime(300),
    ),
    { initialValue: { start: 0, end: 0 } },
  );
  private readonly inView = computed(() => {
    const { start, end } = this.rendered();
    return this.items()
      .slice(start, end)
      .flatMap((item) => (item.kind === 'agent' ? [item.row.id] : []));
  });

  constructor() {
    effect(() => this.viewMoved.emit(this.inView()));
    afterRenderEffect(() => {
      this.height();
      this.viewport()?.checkViewportSize();
    });
  }

  protected ariaSort(column: TeamColumn): 'ascending' | 'descending' | 'none' {
    const { column: sorted, isDescending } = this.order();
    return sorted !== column ? 'none' : isDescending ? 'descending' : 'ascending';
  }

  protected markOf(row: AgentRow): StateMark {
    return markOf(row, this.now(), this.thresholds());
  }

  protected byKey(_: number, { key }: TeamItem): string {
    return key;
  }
}
