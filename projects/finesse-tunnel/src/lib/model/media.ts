import type { AgentState } from './agent';
import type { Extra } from './extra';
import type { OpenWord } from './open-word';
import type { ReasonCode } from './reason-code';

/** One agent's state in one media routing domain. */
export interface Media {
  /** The id of the media routing domain. */
  readonly id: string;
  readonly uri?: string;
  /** Taken from the URI; empty if that does not tell. */
  readonly agentId: string;
  readonly name?: string;
  readonly description?: string;
  readonly state?: AgentState;
  /** Milliseconds since 1970 on the server's clock. */
  readonly stateChangeTime?: number;
  readonly reasonCodeId?: number;
  readonly reasonCode?: ReasonCode | null;
  readonly routable?: boolean;
  readonly interruptible?: boolean;
  readonly interruptAction?: OpenWord<'ACCEPT' | 'IGNORE' | ''>;
  readonly maxDialogLimit?: number;
  readonly dialogLogoutAction?: OpenWord<'CLOSE' | 'TRANSFER' | ''>;
  readonly channel?: string;
  readonly mediaClass?: string;
  readonly finesseAssociated?: boolean;
  readonly extra?: Extra;
}
