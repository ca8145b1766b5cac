import { ChangeDetectionStrategy, Component } from '@angular/core';
import { ConnectionPanel } from './connection/connection-panel';
import { PastPanel } from './connection/past-panel';
import { ServerPanel } from './connection/server-panel';
import { LedgerPanel } from './ledger/ledger-panel';

/** The connection in full: where it is, what it was, and what came over it. */
@Component({
  selector: 'app-connection-page',
  imports: [ConnectionPanel, LedgerPanel, PastPanel, ServerPanel],
  template: `
    <h1 class="visually-hidden" i18n="@@page.connection">Connection</h1>
    <app-connection-panel />
    <div class="column">
      <app-server-panel />
      <app-past-panel />
    </div>
    <app-ledger-panel />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 2fr) minmax(300px, 1fr);
      gap: var(--app-gap);
      align-items: start;
    }

    .column {
      display: grid;
      gap: var(--app-gap);
      min-width: 0;
    }

    app-ledger-panel {
      grid-column: 1 / -1;
    }

    @media (max-width: 1100px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectionPage {}
