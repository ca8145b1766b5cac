/** What a reason code is a reason for. */
export type ReasonCategory = 'NOT_READY' | 'LOGOUT';

/** Why an agent is not ready or left. */
export interface ReasonCode {
  /** Database id; what `reasonCodeId` refers to. */
  readonly id: number;
  readonly category: ReasonCategory;
  /** The CTI number. */
  readonly code: number;
  readonly label: string;
  /** Whether every team has it; otherwise `teamIds` have. */
  readonly forAll: boolean;
  readonly teamIds: readonly string[];
  /** Set by the system only, never offered to agents. */
  readonly systemCode: boolean;
}
