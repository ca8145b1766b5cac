import { ChangeDetectionStrategy, Component } from '@angular/core';
import { AgentsPanel } from './agents/agents-panel';

/** The agents alone, with room for many. */
@Component({
  selector: 'app-team-page',
  imports: [AgentsPanel],
  template: `<h1 class="visually-hidden">Agents</h1>
    <app-agents-panel />`,
  styles: `
    :host {
      display: block;
      --agents-height: calc(100vh - 250px);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamPage {}
