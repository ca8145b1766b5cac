import type { XmlElement } from 'finesse-tunnel/xml';
import type {
  CallVariable,
  Dialog,
  MediaProperties,
  Participant,
  ScheduledCallbackInfo,
} from '../model/dialog';
import { list, object, text, time, uri, word } from './field-kinds';
import { fieldReader, type Reading } from './field-table';
import { identified } from './identified';

/** Reads a call or a nonvoice task. `undefined` if nothing says which one it is. */
export function readDialog(element: XmlElement, reading: Reading): Dialog | undefined {
  return identified(readDialogFields(element, reading), 'Dialog', reading);
}

const readVariableFields = fieldReader<CallVariable>({ name: word(), value: text() });

function readCallVariable(element: XmlElement, reading: Reading): CallVariable {
  const { name, value, ...rest } = readVariableFields(element, reading);
  return { ...rest, name: name ?? '', value: value ?? '' };
}

const readParticipant = fieldReader<Participant>({
  mediaAddress: word(),
  mediaAddressType: word(),
  startTime: time(),
  state: word(),
  stateCause: word(),
  stateChangeTime: time(),
  actions: list(word('action')),
});

const readMediaProperties = fieldReader<MediaProperties>({
  mediaId: word(),
  dialedNumber: word(),
  callType: word(),
  dnis: word('DNIS', 'dnis'),
  outboundClassification: word(),
  queueNumber: word(),
  queueName: text(),
  callKeyCallId: word(),
  callKeySequenceNum: word(),
  callKeyPrefix: word(),
  wrapUpReason: text(),
  wrapUpItems: list(text('wrapUpItem')),
  callVariables: list(object(readCallVariable, 'callVariable'), 'callvariables', 'callVariables'),
});

const readScheduledCallback = fieldReader<ScheduledCallbackInfo>({
  callbackTime: word(),
  callbackNumber: word(),
});

const readDialogFields = fieldReader<Dialog>({
  id: word(),
  uri: uri(),
  associatedDialogUri: uri(),
  secondaryId: word(),
  mediaType: text(),
  fromAddress: word(),
  toAddress: word(),
  callbackNumber: word(),
  state: word(),
  mediaProperties: object(readMediaProperties),
  participants: list(object(readParticipant, 'participant')),
  scheduledCallbackInfo: object(readScheduledCallback),
});
