import { ChangeDetectionStrategy, Component } from '@angular/core';
import { QueuesPanel } from './queues/queues-panel';

/** The queues alone. */
@Component({
  selector: 'app-queues-page',
  imports: [QueuesPanel],
  template: `<h1 class="visually-hidden">Queues</h1>
    <app-queues-panel />`,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueuesPage {}
