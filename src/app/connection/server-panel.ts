import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { selectServerClockSkew, selectSystemInfo } from 'finesse-tunnel';

/** What the server says about itself. */
@Component({
  selector: 'app-server-panel',
  templateUrl: './server-panel.html',
  styleUrl: './fact-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class ServerPanel {
  private readonly store = inject(Store);

  protected readonly systemInfo = this.store.selectSignal(selectSystemInfo);
  protected readonly skewMs = this.store.selectSignal(selectServerClockSkew);
  protected readonly none = $localize`:@@connection.none:none`;
}
