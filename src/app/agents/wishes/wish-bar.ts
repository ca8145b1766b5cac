import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Store } from '@ngrx/store';
import { IS_REPLAY } from '../../session/is-replay';
import { type ReasonCode } from 'finesse-tunnel';
import { FinesseApi } from 'finesse-tunnel/rest';
import { catchError, firstValueFrom, of } from 'rxjs';
import { selectIsSupervisor } from '../../session/watch-plan';
import { type AgentRow } from '../agent-row';
import { type AgentWish, isLegal } from './agent-wish';
import { WishPageActions } from './wish-actions';
import { selectWishContext } from './select-wish-context';
import { wishWord } from './wish-word';
import { isFinal, wishesFeature } from './wishes-feature';

const STATES: readonly AgentWish[] = ['READY', 'NOT_READY', 'LOGOUT'];
/** About one call at a time: nobody listens to two. */
const IN_CALL: readonly AgentWish[] = ['MONITOR', 'END_MONITOR', 'BARGE', 'DROP'];
/** The others appear with the call they are about. */
const ALWAYS: readonly AgentWish[] = [...STATES, 'MONITOR'];
const ICONS: Readonly<Record<AgentWish, string>> = {
  READY: 'ready',
  NOT_READY: 'not-ready',
  LOGOUT: 'signed-out',
  MONITOR: 'listen',
  END_MONITOR: 'listen',
  BARGE: 'join',
  DROP: 'hang-up',
};

interface ReasonChoice {
  readonly wish: AgentWish;
  readonly agentIds: readonly string[];
  readonly reasons: readonly ReasonCode[];
}

/** What may be asked of the chosen agents. Each button counts those of whom it makes sense, and asks it of them. */
@Component({
  selector: 'app-wish-bar',
  imports: [MatButton, MatIcon],
  templateUrl: './wish-bar.html',
  styleUrl: './wish-bar.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    role: 'group',
    '[attr.aria-label]': 'label',
    '[style.display]': "isReplay ? 'none' : null",
  },
})
export class WishBar {
  /** The agents the buttons are about. */
  readonly rows = input.required<readonly AgentRow[]>();

  private readonly store = inject(Store);
  private readonly api = inject(FinesseApi, { optional: true });
  private readonly context = this.store.selectSignal(selectWishContext);
  private readonly isSupervisor = this.store.selectSignal(selectIsSupervisor);
  private readonly wishes = this.store.selectSignal(wishesFeature.selectWishesState);

  /** Nobody could do what is asked in a replay. */
  protected readonly isReplay = inject(IS_REPLAY);
  protected readonly label = $localize`:@@wish.bar:Actions for the selected agents`;
  /** A sign-out waits here for a second press. */
  protected readonly asked = signal<readonly string[]>([]);
  /** A wish about oneself waits here for its reason. */
  protected readonly choice = signal<ReasonChoice | undefined>(undefined);
  protected readonly question = computed(() => {
    const count = this.asked().length;
    return count === 1
      ? $localize`:@@wish.question.one:Sign out this agent? A call goes on to its end first.`
      : $localize`:@@wish.question.many:Sign out ${count}:count: agents? Calls go on to their end first.`;
  });
  protected readonly actions = computed(() => {
    const idle = this.rows().filter(({ id }) => !this.isPending(id));
    const wishes = this.isSupervisor() ? [...STATES, ...IN_CALL] : STATES;
    return wishes
      .map((wish) => {
        const isOne = this.rows().length <= 1;
        const asked = isOne || STATES.includes(wish) ? idle : [];
        const legal = asked.filter((row) => isLegal(wish, row, this.context()));
        const agentIds = legal.map(({ id }) => id);
        const look = { name: wishWord(wish), icon: ICONS[wish] };
        return { wish, ...look, agentIds, why: this.whyNot(agentIds.length) };
      })
      .filter(({ wish, agentIds }) => agentIds.length > 0 || ALWAYS.includes(wish));
  });

  protected async ask(wish: AgentWish, agentIds: readonly string[]): Promise<void> {
    if (agentIds.length === 0) {
      return;
    }
    const reasons = await this.reasonsFor(wish, agentIds);
    if (reasons.length > 0) {
      this.choice.set({ wish, agentIds, reasons });
    } else if (wish === 'LOGOUT') {
      this.asked.set(agentIds);
    } else {
      this.store.dispatch(WishPageActions.wishesUttered({ wish, agentIds }));
    }
  }

  /** Goes on with the reason that was chosen. */
  protected give(reasonCodeId: string): void {
    const choice = this.choice();
    this.choice.set(undefined);
    if (choice !== undefined) {
      const { wish, agentIds } = choice;
      this.store.dispatch(WishPageActions.wishesUttered({ wish, agentIds, reasonCodeId }));
    }
  }

  protected signOut(): void {
    this.store.dispatch(WishPageActions.wishesUttered({ wish: 'LOGOUT', agentIds: this.asked() }));
    this.asked.set([]);
  }

  protected keep(): void {
    this.asked.set([]);
    this.choice.set(undefined);
  }

  /** Of oneself Finesse wants to know why, where reasons are set up; without an answer it is asked without one. */
  private async reasonsFor(
    wish: AgentWish,
    agentIds: readonly string[],
  ): Promise<readonly ReasonCode[]> {
    const selfId = this.context().self?.id;
    const { api } = this;
    if (api === null) {
      return [];
    }
    if ((wish !== 'NOT_READY' && wish !== 'LOGOUT') || agentIds.some((id) => id !== selfId)) {
      return [];
    }
    const known$ = api.reasonCodes(selfId ?? '', wish).pipe(catchError(() => of([])));
    const known = await firstValueFrom(known$, { defaultValue: [] });
    return known.filter(({ id, systemCode }) => id !== undefined && systemCode !== true);
  }

  private isPending(id: string): boolean {
    const wish = this.wishes()[id];
    return wish !== undefined && !isFinal(wish);
  }

  private whyNot(legal: number): string {
    if (this.rows().length === 0) {
      return $localize`:@@wish.why.none:Select agents first`;
    }
    return legal === 0
      ? $localize`:@@wish.why.illegal:Not possible in the present state of the selected agents`
      : '';
  }
}
