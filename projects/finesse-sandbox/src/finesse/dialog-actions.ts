import type { Dialog, Participant } from './dialog';

/** What can be done to a call that exists. */
export type DialogAction =
  | 'ANSWER'
  | 'HOLD'
  | 'RETRIEVE'
  | 'DROP'
  | 'UPDATE_CALL_DATA'
  | 'SEND_DTMF'
  | 'CONSULT_CALL'
  | 'TRANSFER'
  | 'CONFERENCE'
  | 'TRANSFER_SST'
  | 'BARGE_CALL'
  | 'PARTICIPANT_DROP';

const TO_BE_CONNECTED = ['DROP', 'UPDATE_CALL_DATA'] as const;
const MERGE = ['TRANSFER', 'CONFERENCE'] as const;

/** What this party may do now, in the order in which Finesse lists it. */
export function actionsOf(party: Participant, dialog: Dialog): readonly DialogAction[] {
  switch (party.state) {
    case 'INITIATING':
    case 'INITIATED':
      return TO_BE_CONNECTED;
    case 'ALERTING':
      return ['ANSWER'];
    case 'ACTIVE':
      return activeActions(party, dialog);
    case 'HELD':
      return ['RETRIEVE', 'DROP', 'UPDATE_CALL_DATA', ...(party.canMerge === true ? MERGE : [])];
    case 'FAILED':
      return ['DROP'];
    case 'WRAP_UP':
      return ['UPDATE_CALL_DATA'];
    case 'DROPPED':
      return [];
  }
}

function activeActions(party: Participant, dialog: Dialog): readonly DialogAction[] {
  const { callType, associatedId } = dialog;
  if (callType === 'SUPERVISOR_MONITOR') {
    return party.isSilent === true ? [] : ['DROP', 'BARGE_CALL'];
  }
  const inCall = ['HOLD', 'DROP', 'UPDATE_CALL_DATA'] as const;
  // One consultation at a time, and none about a consultation.
  if (callType === 'CONSULT' || associatedId !== '') {
    return [...inCall, 'SEND_DTMF'];
  }
  const barged = party.hasBarged === true ? (['PARTICIPANT_DROP'] as const) : [];
  return [...inCall, 'CONSULT_CALL', 'SEND_DTMF', 'TRANSFER_SST', ...barged];
}
