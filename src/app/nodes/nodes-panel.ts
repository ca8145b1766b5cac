import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { createSelector, Store } from '@ngrx/store';
import {
  EventTunnelService,
  selectAllAgents,
  selectAllQueues,
  selectSubscriptions,
} from 'finesse-tunnel';
import { Clock } from '../display/clock';
import { elapsed } from '../display/elapsed';
import { IS_REPLAY } from '../session/is-replay';
import { healthLook, nodeHealth } from '../display/node-health';
import { NodesPageActions } from '../session/session-actions';
import { nodeSuggestions } from './node-suggestions';
import { subscriptionLook } from './subscription-look';
import { SubscribeForm } from './subscribe-form';

const selectNodeSuggestions = createSelector(selectAllAgents, selectAllQueues, nodeSuggestions);

/** The watched nodes and how each subscription stands; more can be subscribed to, and each given up. */
@Component({
  selector: 'app-nodes-panel',
  imports: [MatButton, MatIcon, SubscribeForm],
  templateUrl: './nodes-panel.html',
  styleUrl: './nodes-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class NodesPanel {
  /** With the health of each node by its ledger. */
  readonly isDetailed = input(false);

  private readonly store = inject(Store);
  private readonly ledger = inject(EventTunnelService).ledger;

  /** Of a recording nothing can be subscribed. */
  protected readonly isReplay = inject(IS_REPLAY);
  protected readonly rows = this.store.selectSignal(selectSubscriptions);
  protected readonly suggestions = this.store.selectSignal(selectNodeSuggestions);
  protected readonly watched = computed(() => new Set(this.rows().map(({ node }) => node)));
  protected readonly health = computed(
    () => new Map(this.ledger().nodes.map((node) => [node.node, healthLook(nodeHealth(node))])),
  );
  protected readonly now = inject(Clock).now;
  protected readonly elapsed = elapsed;
  protected readonly look = subscriptionLook;
  protected readonly noneYet = $localize`:@@nodes.none-yet:none yet`;

  protected subscribe(node: string): void {
    this.store.dispatch(NodesPageActions.subscribeRequested({ node }));
  }

  protected unsubscribe(node: string): void {
    this.store.dispatch(NodesPageActions.unsubscribeRequested({ node }));
  }
}
