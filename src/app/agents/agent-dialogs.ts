import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type Dialog } from 'finesse-tunnel';
import { elapsed } from '../display/elapsed';

/** Calls in full: who takes part since when, and the data that travels with them. */
@Component({
  selector: 'app-agent-dialogs',
  templateUrl: './agent-dialogs.html',
  styleUrl: './agent-dialogs.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgentDialogs {
  readonly dialogs = input.required<readonly Dialog[]>();
  /** The time on the server's clock. */
  readonly now = input.required<number>();

  protected readonly elapsed = elapsed;
  protected readonly unknown = $localize`:@@dialog.unknown:unknown`;
  protected readonly noQueue = $localize`:@@dialog.no-queue:no queue`;

  protected variablesOf({ mediaProperties }: Dialog): readonly { name: string; value: string }[] {
    return (mediaProperties?.callVariables ?? []).filter(({ value }) => value !== '');
  }
}
