import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { createSelector, Store } from '@ngrx/store';
import { selectAllQueues, selectSystemInfo } from 'finesse-tunnel';
import { Clock } from '../display/clock';
import { elapsed } from '../display/elapsed';
import { queueRows } from './queue-row';

const selectQueueRows = createSelector(selectAllQueues, queueRows);

/** The queues of whoever is signed in, with their figures. */
@Component({
  selector: 'app-queues-panel',
  imports: [MatIcon],
  templateUrl: './queues-panel.html',
  styleUrl: './queues-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class QueuesPanel {
  private readonly store = inject(Store);

  protected readonly rows = this.store.selectSignal(selectQueueRows);
  protected readonly systemInfo = this.store.selectSignal(selectSystemInfo);
  protected readonly now = inject(Clock).serverNow;
  protected readonly elapsed = elapsed;
}
