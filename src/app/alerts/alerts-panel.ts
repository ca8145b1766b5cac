import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Clock } from '../display/clock';
import { elapsed } from '../display/elapsed';
import { Formats } from '../display/formats';
import { IS_REPLAY } from '../session/is-replay';
import { AlertAnnouncer } from './alert-announcer';
import { alertText } from './alert-text';
import { AlertWatch } from './alert-watch';

/** What was told and is not over, to be acknowledged; and what was told before. */
@Component({
  selector: 'app-alerts-panel',
  imports: [MatButton, MatIcon],
  templateUrl: './alerts-panel.html',
  styleUrl: './alerts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class AlertsPanel {
  private readonly watch = inject(AlertWatch);
  private readonly formats = inject(Formats);

  protected readonly announcer = inject(AlertAnnouncer);
  protected readonly isReplay = inject(IS_REPLAY);
  protected readonly now = inject(Clock).now;
  protected readonly active = this.watch.active;
  protected readonly open = this.watch.open;
  protected readonly past = computed(() =>
    this.watch.past().filter(({ clearedAt }) => clearedAt !== undefined),
  );
  protected readonly elapsed = elapsed;
  protected readonly textOf = alertText;

  protected time(at: number | undefined): string {
    return at === undefined ? '–' : this.formats.time(at);
  }

  protected acknowledge(...keys: readonly string[]): void {
    this.watch.acknowledge(keys);
  }

  protected acknowledgeAll(): void {
    this.watch.acknowledge(this.active().map(({ key }) => key));
  }
}
