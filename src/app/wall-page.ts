import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { WallPanel } from './wall/wall-panel';

/** The wall alone, its layout taken from the query of the address. */
@Component({
  selector: 'app-wall-page',
  imports: [WallPanel],
  template: `<app-wall-panel [params]="params()" />`,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WallPage {
  protected readonly params = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
}
