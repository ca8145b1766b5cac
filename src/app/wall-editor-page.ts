import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { WallEditor } from './wall/wall-editor';

/** Where a wall is arranged. */
@Component({
  selector: 'app-wall-editor-page',
  imports: [WallEditor],
  template: `<app-wall-editor [params]="params()" />`,
  styles: `
    :host {
      display: block;
      max-width: 860px;
      margin-inline: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WallEditorPage {
  protected readonly params = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
}
