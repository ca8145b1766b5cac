import type { Extra } from './extra';

/** What an agent may write down about a call that ended. */
export interface WrapUpReason {
  readonly id?: string;
  readonly uri?: string;
  readonly label?: string;
  /** Whether every team may use it. */
  readonly forAll?: boolean;
  readonly extra?: Extra;
}
