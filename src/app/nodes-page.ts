import { ChangeDetectionStrategy, Component } from '@angular/core';
import { NodesPanel } from './nodes/nodes-panel';

/** The subscriptions alone. */
@Component({
  selector: 'app-nodes-page',
  imports: [NodesPanel],
  template: `<h1 class="visually-hidden" i18n="@@nodes.title">Subscribed nodes</h1>
    <app-nodes-panel />`,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodesPage {}
