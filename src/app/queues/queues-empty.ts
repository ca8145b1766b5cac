import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Store } from '@ngrx/store';
import { selectSystemInfo } from 'finesse-tunnel';

/** Why there are no queues to show. */
@Component({
  selector: 'app-queues-empty',
  imports: [MatIcon],
  template: `
    <mat-icon svgIcon="queue" aria-hidden="true" />
    @if (systemInfo()?.deploymentType === 'UCCX') {
      <strong i18n="@@queues.uccx">No queue figures on Unified CCX</strong>
      <p i18n="@@queues.uccx-why">This server publishes nothing about queues.</p>
    } @else {
      <strong i18n="@@queues.none">No queues</strong>
      <p i18n="@@queues.none-why">The queues assigned to you appear here.</p>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel-empty' },
})
export class QueuesEmpty {
  protected readonly systemInfo = inject(Store).selectSignal(selectSystemInfo);
}
