// The table that every stack fills: 40 rows on screen, as virtual scrolling leaves them, and a count of states over all.
import '@angular/compiler';
import {
  afterEveryRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  InjectionToken,
} from '@angular/core';

const ROWS = 40;
const shared = { changeDetection: ChangeDetectionStrategy.OnPush };

/** The signal of all agents, and what to call whenever the table has been brought up to date. */
export const AGENTS = new InjectionToken('agents');
export const RENDERED = new InjectionToken('rendered');

const Row = Component({
  ...shared,
  selector: 'tr[bench-row]',
  inputs: ['agent'],
  template: `
    <td>{{ agent.id }}</td>
    <td>{{ agent.firstName }}</td>
    <td>{{ agent.lastName }}</td>
    <td [class]="agent.state">{{ agent.state }}</td>
    <td>{{ agent.stateChangeTime }}</td>
    <td>{{ agent.extension }}</td>
    <td>{{ agent.teamName }}</td>
    <td>{{ agent.reasonCodeId }}</td>
  `,
})(class Row {});

/** The component; in plain JavaScript, so it is compiled when the page starts. */
export const BenchTable = Component({
  ...shared,
  selector: 'bench-table',
  imports: [Row],
  template: `
    <p>
      @for (count of counts(); track count[0]) {
        <span>{{ count[0] }}: {{ count[1] }} </span>
      }
    </p>
    <table>
      @for (agent of rows(); track agent.id) {
        <tr bench-row [agent]="agent"></tr>
      }
    </table>
  `,
})(
  class BenchTable {
    agents = inject(AGENTS);
    rows = computed(() => this.agents().slice(0, ROWS));
    counts = computed(() => [...countBy(this.agents())]);

    constructor() {
      afterEveryRender(inject(RENDERED));
    }
  },
);

function countBy(agents) {
  const counts = new Map();
  for (const { state } of agents) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}
