import { wishWord } from './wish-word';
import { type PendingWish } from './wishes-feature';

/** How a request is shown: as an icon with words. */
export interface WishLook {
  readonly icon: string;
  readonly tone: 'pending' | 'done' | 'failed';
  readonly text: string;
}

/** Says where a request is. */
export function wishLook({ wish, phase, reason }: PendingWish): WishLook {
  const state = wishWord(wish);
  switch (phase) {
    case 'queued':
      return pending($localize`:@@wish.queued:${state}:state: asked for, waits for its turn`);
    case 'sent':
      return pending($localize`:@@wish.pending:${state}:state: asked for, not confirmed yet`);
    case 'confirmed':
      return {
        icon: 'ready',
        tone: 'done',
        text: $localize`:@@wish.confirmed:${state}:state:: confirmed`,
      };
    case 'failed':
      return {
        icon: 'warning',
        tone: 'failed',
        text: $localize`:@@wish.failed:${state}:state: failed. ${reason}:reason:`,
      };
    case 'overdue':
      return {
        icon: 'warning',
        tone: 'failed',
        text: $localize`:@@wish.overdue:${state}:state:: the server accepted it, and has told of no change since`,
      };
    case 'cancelled':
      return {
        icon: 'clear',
        tone: 'failed',
        text: $localize`:@@wish.cancelled:${state}:state:: cancelled before it was sent`,
      };
  }
}

function pending(text: string): WishLook {
  return { icon: 'connecting', tone: 'pending', text };
}
