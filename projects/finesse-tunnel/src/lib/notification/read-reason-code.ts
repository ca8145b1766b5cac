import type { ReasonCode } from '../model/reason-code';
import { flag, integer, text, uri, word } from './field-kinds';
import { fieldReader } from './field-table';

/** Reads a reason code, which need not tell its id. */
export const readReasonCode = fieldReader<ReasonCode>({
  id: word(),
  uri: uri(),
  category: word(),
  code: integer(),
  label: text(),
  forAll: flag(),
  systemCode: flag(),
});
