import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TeamPanel } from './agents/team/team-panel';

/** The team alone, with room for many and all that can be done. */
@Component({
  selector: 'app-team-page',
  imports: [TeamPanel],
  template: `<h1 class="visually-hidden" i18n="@@team.page">Team</h1>
    <app-team-panel />`,
  styles: `
    :host {
      display: block;
      --agents-height: calc(100vh - 300px);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamPage {}
