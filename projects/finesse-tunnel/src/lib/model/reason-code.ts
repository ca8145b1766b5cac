import type { Extra } from './extra';
import type { OpenWord } from './open-word';

/** What a reason code may be given for. */
export type ReasonCodeCategory = OpenWord<'NOT_READY' | 'LOGOUT'>;

/** Why an agent is not ready or signed out. Summaries leave out some fields, even the id. */
export interface ReasonCode {
  /** The database id that requests use; not the number that CTI and reports know. */
  readonly id?: string;
  readonly uri?: string;
  readonly category?: ReasonCodeCategory;
  /** The number that CTI and reports know: 255 for a lost presence, 999 or 33 for a supervisor's doing. */
  readonly code?: number;
  readonly label?: string;
  /** Whether every team may use it. */
  readonly forAll?: boolean;
  /** Whether the system sets it and no agent may choose it. */
  readonly systemCode?: boolean;
  readonly extra?: Extra;
}
