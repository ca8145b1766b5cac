import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Store } from '@ngrx/store';
import { selectAgentById } from 'finesse-tunnel';
import { agentName } from '../../display/agent-name';
import { WishPageActions } from './wish-actions';
import { wishLook } from './wish-look';
import { isFinal, selectWishes } from './wishes-feature';

/** How far a batch of requests is, and what failed. Speaks up once, at its end. */
@Component({
  selector: 'app-wish-outcomes',
  imports: [MatButton, MatProgressBar],
  templateUrl: './wish-outcomes.html',
  styleUrl: './wish-outcomes.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WishOutcomes {
  private readonly store = inject(Store);
  private readonly agentById = this.store.selectSignal(selectAgentById);
  protected readonly wishes = this.store.selectSignal(selectWishes);

  protected readonly done = computed(() => this.wishes().filter(isFinal).length);
  protected readonly confirmed = computed(() => this.count('confirmed'));
  protected readonly queued = computed(() => this.count('queued'));
  protected readonly isOver = computed(() => this.done() === this.wishes().length);
  protected readonly percent = computed(() =>
    Math.round((100 * this.done()) / Math.max(1, this.wishes().length)),
  );
  protected readonly problems = computed(() =>
    this.wishes()
      .filter((wish) => isFinal(wish) && wish.phase !== 'confirmed')
      .map((wish) => {
        const agent = this.agentById()(wish.agentId);
        const name = agent === undefined ? wish.agentId : agentName(agent);
        return { id: wish.agentId, name, text: wishLook(wish).text };
      }),
  );
  protected readonly summary = computed(() =>
    this.wishes().length > 0 && this.isOver()
      ? $localize`:@@wish.summary:${this.confirmed()}:confirmed: of ${this.wishes().length}:total: confirmed`
      : '',
  );

  protected cancel(): void {
    this.store.dispatch(WishPageActions.wishesCancelled());
  }

  protected dismiss(): void {
    this.store.dispatch(WishPageActions.outcomesDismissed());
  }

  private count(phase: string): number {
    return this.wishes().filter((wish) => wish.phase === phase).length;
  }
}
