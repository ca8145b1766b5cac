import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { selectAgentEntities, selectAllDialogs } from 'finesse-tunnel';
import { AgentStateBadge } from '../display/agent-state-badge';
import { Clock } from '../display/clock';
import { elapsed } from '../display/elapsed';
import { agentRow } from './agent-row';

/** One agent in full, with the calls they are in. */
@Component({
  selector: 'app-agent-details',
  imports: [AgentStateBadge, RouterLink],
  templateUrl: './agent-details.html',
  styleUrl: './agent-details.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class AgentDetails {
  readonly id = input.required<string>();

  private readonly store = inject(Store);
  private readonly agents = this.store.selectSignal(selectAgentEntities);
  private readonly allDialogs = this.store.selectSignal(selectAllDialogs);

  protected readonly now = inject(Clock).serverNow;
  protected readonly elapsed = elapsed;
  protected readonly agent = computed(() => this.agents()[this.id()]);
  protected readonly row = computed(() => {
    const agent = this.agent();
    return agent === undefined ? undefined : agentRow(agent, undefined);
  });
  protected readonly dialogs = computed(() => {
    const extension = this.agent()?.extension;
    return extension
      ? this.allDialogs().filter(({ participants = [] }) =>
          participants.some((p) => p.mediaAddress === extension && p.state !== 'DROPPED'),
        )
      : [];
  });
}
