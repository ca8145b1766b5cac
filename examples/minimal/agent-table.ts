import { Component, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Store } from '@ngrx/store';
import { EventTunnelService, selectAllAgents } from 'finesse-tunnel';
import { teamUsersNode } from 'finesse-tunnel/protocol';

/** Watches one team, and shows every agent that the store knows. */
@Component({
  selector: 'app-root',
  template: `
    <h1>Team 31</h1>
    <p role="status">{{ tunnel.status().phase }}</p>
    <form (submit)="signIn($event, id.value, password.value)">
      <label>Agent ID <input #id value="1000001" autocomplete="username" /></label>
      <label>Password <input #password type="password" autocomplete="current-password" /></label>
      <button type="submit">Sign in</button>
    </form>
    <p role="alert">{{ tunnel.status().error?.message }}</p>
    <table>
      <tbody>
        @for (agent of agents(); track agent.id) {
          <tr>
            <th scope="row">{{ agent.firstName }} {{ agent.lastName }}</th>
            <td>{{ agent.state }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class AgentTable {
  protected readonly tunnel = inject(EventTunnelService);
  protected readonly agents = inject(Store).selectSignal(selectAllAgents);

  constructor() {
    this.tunnel.watch(teamUsersNode('31')).pipe(takeUntilDestroyed()).subscribe();
  }

  protected signIn(event: Event, id: string, password: string): void {
    event.preventDefault();
    this.tunnel.connect({ id, password });
  }
}
