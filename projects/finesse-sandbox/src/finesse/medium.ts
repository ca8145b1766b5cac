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

/** An agent in one medium. Never changed in place. */
export interface AgentMedium {
  readonly userId: string;
  readonly medium: Medium;
  readonly state: 'LOGOUT' | 'NOT_READY' | 'READY';
  readonly stateChangeTime: number | undefined;
  readonly reasonCodeId: number | null;
  readonly routable: boolean;
  /** 1 to 10. */
  readonly maxDialogLimit: number;
  readonly interruptAction: 'ACCEPT' | 'IGNORE';
  readonly dialogLogoutAction: 'CLOSE' | 'TRANSFER';
}
