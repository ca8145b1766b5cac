import { Component, computed, inject, signal } from '@angular/core';
import { EventTunnelService, liveResource } from 'finesse-tunnel';
import { AgentStateChip, ConnectionBadge, TimeInStatePipe } from 'finesse-tunnel/ui';
import { boardCredentials } from './board-token';

/** Hangs on a wall: signs itself in with a token, shows a team and its queue, says when it shows the past. */
@Component({
  selector: 'app-root',
  imports: [AgentStateChip, ConnectionBadge, TimeInStatePipe],
  templateUrl: './wallboard.html',
  styleUrl: './wallboard.css',
})
export class Wallboard {
  private readonly tunnel = inject(EventTunnelService);
  protected readonly team = liveResource(() => this.tunnel.watchTeam('31'));
  protected readonly queue = liveResource(() => this.tunnel.watchQueue('10'));
  protected readonly agents = computed(() => this.team.value()?.agents ?? []);
  protected readonly ready = computed(
    () => this.agents().filter(({ state }) => state === 'READY').length,
  );
  protected readonly isStale = computed(() => this.team.isStale() || this.queue.isStale());
  protected readonly now = signal(Date.now());

  constructor() {
    // One tick for every age on the board; it lives as long as the page.
    setInterval(() => this.now.set(Date.now()), 1000);
    this.tunnel.connect(boardCredentials('1000001'));
  }
}
