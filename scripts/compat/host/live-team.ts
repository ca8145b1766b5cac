import { AsyncPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { EventTunnelService, liveResource } from 'finesse-tunnel';
import { teamUsersNode } from 'finesse-tunnel/protocol';
import { FinesseApi, type FinesseApiError } from 'finesse-tunnel/rest';

/** What a host does with the library: signs in, shows a team as signals and through the async pipe, asks for a state. */
@Component({
  selector: 'app-root',
  imports: [AsyncPipe],
  template: `
    <p id="phase">{{ tunnel.status().phase }}</p>
    <p id="list">{{ agents.status() }}</p>
    <ul id="signals">
      @for (agent of agents.value(); track agent.id) {
        <li [id]="'signal-' + agent.id">{{ agent.state }}</li>
      }
    </ul>
    <ul id="piped">
      @for (agent of (agents$ | async)?.value; track agent.id) {
        <li [id]="'piped-' + agent.id">{{ agent.state }}</li>
      }
    </ul>
    <p id="events">{{ events }}</p>
    <button id="ready" type="button" (click)="change('1001001', 'READY')">Ready</button>
    <p id="outcome">{{ outcome }}</p>
  `,
})
export class LiveTeam {
  protected readonly tunnel = inject(EventTunnelService);
  private readonly api = inject(FinesseApi);
  protected readonly agents = liveResource(() => this.tunnel.watchTeamAgents('31'));
  protected readonly agents$ = this.tunnel.watchTeamAgents('31');
  protected events = 0;
  protected outcome = '';

  constructor() {
    this.tunnel.watch(teamUsersNode('31')).subscribe(() => (this.events += 1));
    this.tunnel.connect({ id: '1000001', password: 'cisco' });
  }

  protected change(id: string, state: string): void {
    this.api
      .setState(id, { state })
      .confirmed()
      .subscribe({
        next: () => (this.outcome = 'confirmed'),
        error: (failure: FinesseApiError) => (this.outcome = failure.code),
      });
  }
}
