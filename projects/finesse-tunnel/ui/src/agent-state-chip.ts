import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { AgentState } from 'finesse-tunnel';
import { FINESSE_WORDS } from './finesse-words';

/**
 * Shows an agent's state as a word in a coloured frame; the word alone says it, the colour only helps.
 *
 * Style it by `[data-state]`; the frame takes the colour of `--finesse-chip-color`.
 *
 * @example
 * ```html
 * <finesse-agent-state [state]="agent.state" [reason]="agent.reasonCode?.label" />
 * ```
 */
@Component({
  selector: 'finesse-agent-state',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ word() }}`,
  styles: `
    :host {
      display: inline-block;
      padding: 0 0.5em;
      border: 1px solid var(--finesse-chip-color);
      border-inline-start-width: 0.4em;
      border-radius: 0.3em;
      --finesse-chip-color: #6b7280;
    }
    :host([data-state='READY']) {
      --finesse-chip-color: #15803d;
    }
    :host([data-state='NOT_READY']) {
      --finesse-chip-color: #b91c1c;
    }
    :host([data-state='TALKING']),
    :host([data-state='HOLD']),
    :host([data-state^='RESERVED']) {
      --finesse-chip-color: #1d4ed8;
    }
    :host([data-state^='WORK']) {
      --finesse-chip-color: #b45309;
    }
  `,
  host: { '[attr.data-state]': "state() ?? 'UNKNOWN'" },
})
export class AgentStateChip {
  /** As Finesse tells it. */
  readonly state = input<AgentState | undefined>();
  /** The label of the reason code, where there is one. */
  readonly reason = input<string | undefined>();
  private readonly words = inject(FINESSE_WORDS);
  protected readonly word = computed(() => {
    const word = this.words.agentState(this.state() ?? 'UNKNOWN');
    const reason = this.reason();
    return reason === undefined || reason === '' ? word : `${word} – ${reason}`;
  });
}
