import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import { Clock } from '../display/clock';
import { agentStateLook } from '../display/agent-state-look';
import { type AgentColumn, type AgentFilter, type AgentOrder, nextOrder } from './agent-row-order';
import { AgentTable } from './agent-table';
import { orderedRows } from './ordered-rows';
import { selectAgentRows } from './select-agent-rows';
import { StateSummary } from './state-summary';

const EVERYBODY: AgentFilter = { text: '', teamId: '', state: '' };

/** The agents this session knows, searched, filtered and sorted. */
@Component({
  selector: 'app-agents-panel',
  imports: [AgentTable, MatButton, MatIcon, MatProgressBar, StateSummary],
  templateUrl: './agents-panel.html',
  styleUrl: './agents-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class AgentsPanel {
  private readonly ordered = orderedRows();
  protected readonly all = inject(Store).selectSignal(selectAgentRows);
  protected readonly now = inject(Clock).serverNow;
  protected readonly order = signal<AgentOrder>({ column: 'name', isDescending: false });
  protected readonly filter = signal(EVERYBODY);
  protected readonly rows = computed(() => this.ordered(this.all(), this.filter(), this.order()));
  protected readonly teams = computed(() => {
    const names = new Map(this.all().map(({ teamId, team }) => [teamId, team]));
    names.delete('');
    return [...names].map(([id, name]) => ({ id, name }));
  });
  protected readonly states = computed(() => {
    const states = [...new Set(this.all().map(({ state }) => state)), this.filter().state];
    return [...new Set(states)]
      .filter((state) => state !== '')
      .map((state) => ({ state, word: agentStateLook(state).word }))
      .sort((a, b) => a.word.localeCompare(b.word));
  });

  protected change(part: Partial<AgentFilter>): void {
    this.filter.update((filter) => ({ ...filter, ...part }));
  }

  protected toggleState(state: string): void {
    this.change({ state: this.filter().state === state ? '' : state });
  }

  protected showAll(): void {
    this.filter.set(EVERYBODY);
  }

  protected sort(column: AgentColumn): void {
    this.order.update((order) => nextOrder(order, column));
  }
}
