import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { agentStateLook, stateRank } from '../display/agent-state-look';
import { type AgentRow } from './agent-row';

const ALWAYS = ['READY', 'TALKING', 'NOT_READY', 'LOGOUT'];

/** How many agents are in each state; a press filters the table by it. */
@Component({
  selector: 'app-state-summary',
  imports: [MatIcon],
  template: `
    @for (count of counts(); track count.state) {
      <button
        type="button"
        [attr.aria-pressed]="count.state === chosen()"
        [style.--tone]="'var(--app-' + count.look.tone + ')'"
        (click)="stateChosen.emit(count.state)"
      >
        <mat-icon [svgIcon]="count.look.icon" aria-hidden="true" />
        <strong>{{ count.agents }}</strong>
        {{ count.look.word }}
      </button>
    }
  `,
  styleUrl: './state-summary.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'group', 'aria-label': 'Agents by state' },
})
export class StateSummary {
  readonly rows = input.required<readonly AgentRow[]>();
  readonly chosen = input.required<string>();
  readonly stateChosen = output<string>();

  protected readonly counts = computed(() => {
    const agents = new Map(ALWAYS.map((state) => [state, 0]));
    for (const { state } of this.rows()) {
      agents.set(state, (agents.get(state) ?? 0) + 1);
    }
    return [...agents]
      .map(([state, count]) => ({ state, agents: count, look: agentStateLook(state) }))
      .sort((a, b) => stateRank(a.state) - stateRank(b.state));
  });
}
