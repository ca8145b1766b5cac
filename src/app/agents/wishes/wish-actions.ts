import { createActionGroup, emptyProps, props } from '@ngrx/store';
import { type AgentWish } from './agent-wish';

/** What somebody asked of agents on the screen. */
export const WishPageActions = createActionGroup({
  source: 'Agents Page',
  events: {
    'Wishes Uttered': props<{
      readonly wish: AgentWish;
      readonly agentIds: readonly string[];
      /** Only for oneself: a supervisor gives no reason for others. */
      readonly reasonCodeId?: string;
    }>(),
    /** Those that were not sent yet are dropped; the others go on. */
    'Wishes Cancelled': emptyProps(),
    'Outcomes Dismissed': emptyProps(),
  },
});

/** What became of each request. */
export const WishActions = createActionGroup({
  source: 'Agent Requests',
  events: {
    Sent: props<{ readonly agentId: string }>(),
    /** A notification told of the change, or the resource shows it. */
    Confirmed: props<{ readonly agentId: string }>(),
    Failed: props<{ readonly agentId: string; readonly reason: string }>(),
    /** Accepted, and nothing told in time what became of it. */
    Overdue: props<{ readonly agentId: string }>(),
  },
});
