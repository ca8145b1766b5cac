import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { selectConnectionStatus, selectServerClockSkew, selectSystemInfo } from 'finesse-tunnel';
import { Clock } from '../display/clock';
import { Formats } from '../display/formats';
import { elapsed } from '../display/elapsed';
import { phaseLook } from './phase-look';
import { Refusals } from './refusals';

/** The connection and the server at the other end, in full. */
@Component({
  selector: 'app-connection-panel',
  templateUrl: './connection-panel.html',
  styleUrl: './connection-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class ConnectionPanel {
  private readonly store = inject(Store);

  protected readonly status = this.store.selectSignal(selectConnectionStatus);
  protected readonly systemInfo = this.store.selectSignal(selectSystemInfo);
  protected readonly skewMs = this.store.selectSignal(selectServerClockSkew);
  protected readonly now = inject(Clock).now;
  protected readonly refusals = inject(Refusals).log;
  protected readonly elapsed = elapsed;
  protected readonly look = phaseLook;
  protected readonly formats = inject(Formats);
  protected readonly none = $localize`:@@connection.none:none`;
  protected readonly noNode = $localize`:@@connection.no-node:no node`;
}
