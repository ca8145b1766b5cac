import type { XmlElement } from 'finesse-tunnel/xml';
import type { Media } from '../model/media';
import { flag, integer, objectOrNull, text, time, uri, word } from './field-kinds';
import { fieldReader, type Reading } from './field-table';
import { identified } from './identified';
import { readReasonCode } from './read-reason-code';
import { resourceId } from './resource-id';

/** Reads an agent's state in a media routing domain. `undefined` if nothing says which one it is. */
export function readMedia(element: XmlElement, reading: Reading): Media | undefined {
  const fields = readMediaFields(element, reading);
  const agentId = resourceId(fields.uri ?? '', 'User') || resourceId(reading.source, 'User');
  return identified({ ...fields, agentId }, 'Media', reading);
}

const readMediaFields = fieldReader<Omit<Media, 'agentId'>>({
  id: word(),
  uri: uri(),
  name: text(),
  description: text(),
  state: word(),
  stateChangeTime: time(),
  reasonCodeId: integer(),
  reasonCode: objectOrNull(readReasonCode),
  routable: flag(),
  interruptible: flag(),
  interruptAction: word(),
  maxDialogLimit: integer(),
  dialogLogoutAction: word(),
  channel: word(),
  mediaClass: word(),
  finesseAssociated: flag(),
});
