import { ChangeDetectionStrategy, Component } from '@angular/core';
import { SettingsPanel } from './settings/settings-panel';

/** The settings alone. */
@Component({
  selector: 'app-settings-page',
  imports: [SettingsPanel],
  template: `<app-settings-panel />`,
  styles: `
    :host {
      display: block;
      max-width: 760px;
      margin-inline: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {}
