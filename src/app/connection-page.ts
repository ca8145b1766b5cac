import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ConnectionPanel } from './connection/connection-panel';

/** The connection in full. */
@Component({
  selector: 'app-connection-page',
  imports: [ConnectionPanel],
  template: `<h1 class="visually-hidden">Connection</h1>
    <app-connection-panel />`,
  styles: `
    :host {
      display: block;
      max-width: 760px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectionPage {}
