import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import { selectAllAgents } from 'finesse-tunnel';
import { agentName } from '../display/agent-name';
import { agentStateLook } from '../display/agent-state-look';
import { SandboxControl } from './sandbox-control';
import { type SandboxCall } from './sandbox-truth';

const STATES = ['LOGOUT', 'NOT_READY', 'READY', 'TALKING', 'HOLD', 'WORK', 'WORK_READY'] as const;
type CallAction = 'ANSWER' | 'HOLD' | 'RETRIEVE' | 'DROP';

/** What a party may do, by the state it is in. */
const ACTIONS: Readonly<Record<string, readonly CallAction[]>> = {
  ALERTING: ['ANSWER'],
  ACTIVE: ['HOLD', 'DROP'],
  HELD: ['RETRIEVE', 'DROP'],
};
const ACTION_WORDS: Readonly<Record<CallAction, string>> = {
  ANSWER: $localize`:@@sandbox.answer:Answer`,
  HOLD: $localize`:@@sandbox.hold:Hold`,
  RETRIEVE: $localize`:@@sandbox.retrieve:Retrieve`,
  DROP: $localize`:@@sandbox.drop:Drop`,
};

/** Moves agents and calls of the simulated contact centre. */
@Component({
  selector: 'app-sandbox-people',
  imports: [MatButton],
  templateUrl: './sandbox-people.html',
  styleUrl: './sandbox-parts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class SandboxPeople {
  private readonly control = inject(SandboxControl);
  private readonly known = inject(Store).selectSignal(selectAllAgents);
  private readonly names = computed(
    () => new Map(this.known().map((agent) => [agent.id, agentName(agent)])),
  );

  protected readonly queues = computed(() => this.control.truth().queues);
  protected readonly agents = computed(() =>
    this.control.truth().agents.map(({ id, state }) => ({
      id,
      text: [this.names().get(id), id, agentStateLook(state).word].filter(Boolean).join(' · '),
    })),
  );
  private readonly byExtension = computed(
    () =>
      new Map(
        this.control
          .truth()
          .agents.filter(({ extension }) => extension !== '')
          .map(({ id, extension }) => [extension, id]),
      ),
  );
  protected readonly calls = computed(() =>
    this.control.truth().calls.map((call) => this.row(call)),
  );
  protected readonly states = STATES.map((state) => ({ state, word: agentStateLook(state).word }));

  protected setState(event: Event, id: string, state: string): void {
    event.preventDefault();
    const { word } = agentStateLook(state);
    void this.control.act({
      method: 'POST',
      path: `agents/${encodeURIComponent(id)}/state`,
      body: { state },
      done: $localize`:@@sandbox.state-set:${id}:agent: is now ${word}:state:.`,
    });
  }

  /** @param target - `queue:41` or `agent:1001001`. */
  protected call(event: Event, from: string, target: string): void {
    event.preventDefault();
    const [kind, id = ''] = target.split(':');
    void this.control.act({
      method: 'POST',
      path: 'dialogs',
      body: kind === 'queue' ? { from, to: id, queueId: id } : { from, to: id },
      done: $localize`:@@sandbox.called:A call from ${from}:caller: has arrived.`,
    });
  }

  protected act(call: SandboxCall, agent: string, action: CallAction): void {
    const word = ACTION_WORDS[action];
    void this.control.act({
      method: 'POST',
      path: `dialogs/${encodeURIComponent(call.id)}/actions`,
      body: { agent, action },
      done: $localize`:@@sandbox.call-acted:${word}:action:: done.`,
    });
  }

  protected end({ id }: SandboxCall): void {
    void this.control.act({
      method: 'DELETE',
      path: `dialogs/${encodeURIComponent(id)}`,
      done: $localize`:@@sandbox.call-ended:The caller has hung up.`,
    });
  }

  private row(call: SandboxCall) {
    const acts = call.parties.flatMap(({ address, state }) => {
      const agent = this.byExtension().get(address);
      return agent === undefined
        ? []
        : (ACTIONS[state] ?? []).map((action) => ({ agent, action, word: ACTION_WORDS[action] }));
    });
    return { ...call, acts };
  }
}
