import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { AgentStateBadge } from '../../display/agent-state-badge';
import { elapsed } from '../../display/elapsed';
import { type StateMark } from '../../display/state-thresholds';
import { type AgentRow } from '../agent-row';
import { type PendingWish } from '../wishes/wishes-feature';
import { wishLook } from '../wishes/wish-look';
import { type TeamColumn } from './team-columns';

/** The cells of one agent. Its host is the row, and says so to whoever asks. */
@Component({
  selector: 'app-team-row',
  imports: [AgentStateBadge, MatIcon, RouterLink],
  templateUrl: './team-row.html',
  styleUrl: './team-row.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    role: 'row',
    '[attr.data-agent-id]': 'row().id',
    '[attr.data-state]': 'row().state',
    '[attr.data-mark]': 'mark()',
    '[attr.data-stale]': 'row().isStale || null',
    '[attr.data-wish]': 'wish()?.phase ?? null',
    '[class.selected]': 'isSelected()',
  },
})
export class TeamRow {
  readonly row = input.required<AgentRow>();
  readonly columns = input.required<readonly TeamColumn[]>();
  /** The time on the server's clock. */
  readonly now = input.required<number>();
  readonly mark = input.required<StateMark>();
  readonly isSelected = input.required<boolean>();
  readonly wish = input<PendingWish>();
  readonly selectionToggled = output();

  protected readonly elapsed = elapsed;
  protected readonly wishLook = computed(() => {
    const wish = this.wish();
    return wish === undefined ? undefined : wishLook(wish);
  });
  protected readonly selectLabel = computed(
    () => $localize`:@@team.select:Select ${this.row().name}:name:`,
  );
}
