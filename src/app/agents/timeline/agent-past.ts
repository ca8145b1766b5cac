import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { AgentStateBadge } from '../../display/agent-state-badge';
import { elapsed } from '../../display/elapsed';
import { Formats } from '../../display/formats';
import { type AgentHistory } from '../../history/agent-history';

const SHOWN = 25;

/** The recent states and calls of one agent in words, the latest first. */
@Component({
  selector: 'app-agent-past',
  imports: [AgentStateBadge],
  templateUrl: './agent-past.html',
  styleUrl: './agent-past.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgentPast {
  readonly history = input.required<AgentHistory>();
  /** The time on the server's clock. */
  readonly now = input.required<number>();

  protected readonly formats = inject(Formats);
  protected readonly elapsed = elapsed;
  protected readonly states = computed(() => {
    const { states } = this.history();
    return states
      .map((past, index) => ({ ...past, until: states[index + 1]?.since }))
      .slice(-SHOWN)
      .reverse();
  });
  protected readonly calls = computed(() => this.history().calls.slice(-SHOWN).reverse());
}
