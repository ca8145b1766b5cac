import { ChangeDetectionStrategy, Component } from '@angular/core';
import { SandboxPanel } from './sandbox/sandbox-panel';

/** The sandbox behind this dashboard, to be driven by hand. */
@Component({
  selector: 'app-sandbox-page',
  imports: [SandboxPanel],
  template: `<h1 class="visually-hidden" i18n="@@sandbox.title">Sandbox</h1>
    <app-sandbox-panel />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SandboxPage {}
