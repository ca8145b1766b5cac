import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Formats } from '../display/formats';
import { PhaseLog } from './phase-log';
import { phaseLook } from './phase-look';
import { Refusals } from './refusals';

/** Where the connection has been since the page was opened, and what was refused meanwhile. */
@Component({
  selector: 'app-past-panel',
  imports: [MatIcon],
  templateUrl: './past-panel.html',
  styleUrl: './fact-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class PastPanel {
  protected readonly phases = inject(PhaseLog).entries;
  protected readonly refusals = inject(Refusals).log;
  protected readonly formats = inject(Formats);
  protected readonly look = phaseLook;
  protected readonly noNode = $localize`:@@connection.no-node:no node`;

  protected hostName(index: number | undefined): string {
    return index === undefined ? '' : String.fromCharCode(65 + index);
  }
}
