import { type Dialog } from 'finesse-tunnel';

/** What ties a supervisor to the call of an agent. */
export interface CallTies {
  /** The dialog in which the supervisor listens to the agent. */
  readonly monitoring: Dialog | undefined;
  /** The call of the agent that the supervisor has joined. */
  readonly joined: Dialog | undefined;
}

const NO_TIES: CallTies = { monitoring: undefined, joined: undefined };

/** Finds the dialogs that tie two extensions together; empty ones are tied to nobody. */
export function callTies(
  supervisor: string | undefined,
  agent: string | undefined,
  dialogs: readonly Dialog[],
): CallTies {
  if (!supervisor || !agent) {
    return NO_TIES;
  }
  const own = dialogs.filter((dialog) => takesPart(dialog, supervisor));
  return {
    monitoring: own.find((dialog) => isMonitoring(dialog) && dialog.toAddress === agent),
    joined: own.find((dialog) => !isMonitoring(dialog) && takesPart(dialog, agent)),
  };
}

function isMonitoring({ mediaProperties }: Dialog): boolean {
  return mediaProperties?.callType === 'SUPERVISOR_MONITOR';
}

function takesPart({ participants = [] }: Dialog, extension: string): boolean {
  return participants.some(
    ({ mediaAddress, state }) => mediaAddress === extension && state !== 'DROPPED',
  );
}
