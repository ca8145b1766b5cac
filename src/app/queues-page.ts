import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { QueuesBoard } from './queues/queues-board';

/** The queues alone. */
@Component({
  selector: 'app-queues-page',
  imports: [QueuesBoard],
  template: `<h1 class="visually-hidden" i18n="@@queues.title">Queues</h1>
    <app-queues-board [layout]="layout()" />`,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueuesPage {
  /** How they are shown, from the link. */
  readonly layout = input<string>();
}
