import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type ConnectionStatus } from 'finesse-tunnel';
import { phaseLook } from './phase-look';

/**
 * The state of the connection in a few words. A screen reader hears it when the phase changes; the
 * countdown stands outside the live part, or it would be read every second.
 */
@Component({
  selector: 'app-connection-badge',
  imports: [MatIcon],
  templateUrl: './connection-badge.html',
  styleUrl: './connection-badge.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectionBadge {
  readonly status = input.required<ConnectionStatus>();
  /** The local time. */
  readonly now = input.required<number>();

  protected readonly look = computed(() => phaseLook(this.status().phase));
  protected readonly place = computed(() => {
    const { host, resource } = this.status();
    return [host, resource].filter(Boolean).join(' / ');
  });
  protected readonly secondsLeft = computed(() => {
    const { nextAttemptAt } = this.status();
    return nextAttemptAt === undefined
      ? undefined
      : Math.max(0, Math.ceil((nextAttemptAt - this.now()) / 1000));
  });
}
