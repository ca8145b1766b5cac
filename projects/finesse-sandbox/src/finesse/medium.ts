/** A media routing domain that is no voice. */
export interface Medium {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly interruptible: boolean;
}

/** The media of every contact centre here. */
export const MEDIA: readonly Medium[] = [
  { id: '5000', name: 'Web_Chat', description: 'Chat & messaging', interruptible: false },
  { id: '5001', name: 'Email', description: 'Letters <and> mail', interruptible: true },
];

/** What an agent is in a medium while no task decides it. */
export type MediaWord = 'LOGOUT' | 'NOT_READY' | 'READY';

/** What an agent is in a medium, tasks and interruptions counted in. */
export type MediaState = MediaWord | 'RESERVED' | 'ACTIVE' | 'PAUSED' | 'WORK' | 'INTERRUPTED';

/** An agent in one medium. Never changed in place. */
export interface AgentMedium {
  readonly userId: string;
  readonly medium: Medium;
  /** What the agent asked for, and is again when the last task is over. */
  readonly wanted: MediaWord;
  readonly state: MediaState;
  readonly stateChangeTime: number | undefined;
  readonly reasonCodeId: number | null;
  readonly routable: boolean;
  /** 1 to 10. */
  readonly maxDialogLimit: number;
  readonly interruptAction: 'ACCEPT' | 'IGNORE';
  readonly dialogLogoutAction: 'CLOSE' | 'TRANSFER';
}
