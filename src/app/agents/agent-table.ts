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
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { AgentStateBadge } from '../display/agent-state-badge';
import { elapsed } from '../display/elapsed';
import { type AgentRow } from './agent-row';
import { type AgentColumn, type AgentOrder } from './agent-row-order';

const COLUMNS: readonly { readonly id: AgentColumn; readonly title: string }[] = [
  { id: 'name', title: 'Name' },
  { id: 'state', title: 'State' },
  { id: 'since', title: 'Time' },
  { id: 'reason', title: 'Reason' },
  { id: 'team', title: 'Team' },
  { id: 'extension', title: 'Ext.' },
  { id: 'call', title: 'Current call' },
];

/** Rows of agents; only those near the visible ones are in the document, so each tells its index. */
@Component({
  selector: 'app-agent-table',
  imports: [
    AgentStateBadge,
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    MatIcon,
    RouterLink,
  ],
  templateUrl: './agent-table.html',
  styleUrl: './agent-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgentTable {
  readonly rows = input.required<readonly AgentRow[]>();
  readonly order = input.required<AgentOrder>();
  /** The time on the server's clock. */
  readonly now = input.required<number>();
  readonly sortRequested = output<AgentColumn>();

  protected readonly columns = COLUMNS;
  protected readonly rowHeight = 36;
  protected readonly elapsed = elapsed;
  protected readonly height = computed(() => this.rows().length * this.rowHeight);
  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);

  constructor() {
    afterRenderEffect(() => {
      this.height();
      this.viewport().checkViewportSize();
    });
  }

  protected ariaSort(column: AgentColumn): 'ascending' | 'descending' | 'none' {
    const { column: sorted, isDescending } = this.order();
    return sorted !== column ? 'none' : isDescending ? 'descending' : 'ascending';
  }

  protected byId(_: number, { id }: AgentRow): string {
    return id;
  }
}
