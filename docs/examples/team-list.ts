import { Component, inject, input } from '@angular/core';
import { EventTunnelService, liveResource } from 'finesse-tunnel';

@Component({
  selector: 'app-team-list',
  template: `
    @if (agents.isLoading()) {
      <p>Loading…</p>
    }
    @if (agents.isStale()) {
      <p role="status">Connection lost; this is how it was.</p>
    }
    <ul>
      @for (agent of agents.value(); track agent.id) {
        <li>{{ agent.firstName }} {{ agent.lastName }}: {{ agent.state }}</li>
      }
    </ul>
    <p role="alert">{{ agents.error()?.message }}</p>
  `,
})
export class TeamList {
  readonly teamId = input.required<string>();
  private readonly tunnel = inject(EventTunnelService);
  protected readonly agents = liveResource(() => this.tunnel.watchTeamAgents(this.teamId()));
}
