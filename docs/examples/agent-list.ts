import { Component, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Store } from '@ngrx/store';
import { EventTunnelService, selectAllAgents } from 'finesse-tunnel';
import { teamUsersNode } from 'finesse-tunnel/protocol';

@Component({
  selector: 'app-agent-list',
  template: `
    <p role="status">{{ tunnel.status().phase }}</p>
    @for (agent of agents(); track agent.id) {
      <p>{{ agent.firstName }} {{ agent.lastName }}: {{ agent.state }}</p>
    }
    <button type="button" (click)="signIn('1000001', 'cisco')">Sign in</button>
  `,
})
export class AgentList {
  protected readonly tunnel = inject(EventTunnelService);
  protected readonly agents = inject(Store).selectSignal(selectAllAgents);

  constructor() {
    this.tunnel.watch(teamUsersNode('31')).pipe(takeUntilDestroyed()).subscribe();
  }

  protected signIn(id: string, password: string): void {
    this.tunnel.connect({ id, password });
  }
}
