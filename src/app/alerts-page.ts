import { ChangeDetectionStrategy, Component } from '@angular/core';
import { AlertsPanel } from './alerts/alerts-panel';
import { BackTestPanel } from './alerts/back-test-panel';
import { RulesPanel } from './alerts/rules-panel';

/** What was told, the rules that tell it, and a try of them on a recording. */
@Component({
  selector: 'app-alerts-page',
  imports: [AlertsPanel, BackTestPanel, RulesPanel],
  template: `
    <h1 class="visually-hidden" i18n="@@page.alerts">Alerts</h1>
    <app-alerts-panel />
    <app-rules-panel />
    <app-back-test-panel />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--app-gap);
      max-width: 1100px;
      margin-inline: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlertsPage {}
