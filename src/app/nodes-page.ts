import { ChangeDetectionStrategy, Component } from '@angular/core';
import { NodesPanel } from './nodes/nodes-panel';
import { TunnelLogPanel } from './nodes/tunnel-log-panel';

/** The subscriptions, how whole each is, and what goes over the tunnel. */
@Component({
  selector: 'app-nodes-page',
  imports: [NodesPanel, TunnelLogPanel],
  template: `<h1 class="visually-hidden" i18n="@@nodes.title">Subscribed nodes</h1>
    <app-nodes-panel [isDetailed]="true" />
    <app-tunnel-log-panel />`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--app-gap);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodesPage {}
