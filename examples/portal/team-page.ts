import { Component, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Store } from '@ngrx/store';
import { EventTunnelService, selectConnectionStatus } from 'finesse-tunnel';
import { teamUsersNode } from 'finesse-tunnel/protocol';
import { PortalActions, portalFeature } from './portal-feature';

/** A page of the portal: declared in a module, fed by selectors through the async pipe. */
@Component({
  selector: 'app-root',
  standalone: false,
  templateUrl: './team-page.html',
})
export class TeamPage {
  private readonly store = inject(Store);
  private readonly tunnel = inject(EventTunnelService);
  protected readonly status$ = this.store.select(selectConnectionStatus);
  protected readonly agents$ = this.store.select(portalFeature.selectShownAgents);
  protected readonly states = ['READY', 'NOT_READY', 'TALKING', 'WORK', 'LOGOUT'];

  constructor() {
    this.tunnel.watch(teamUsersNode('31')).pipe(takeUntilDestroyed()).subscribe();
  }

  protected signIn(event: Event, id: string, password: string): void {
    event.preventDefault();
    this.tunnel.connect({ id, password });
  }

  protected choose(state: string): void {
    this.store.dispatch(PortalActions.stateChosen({ state }));
  }
}
