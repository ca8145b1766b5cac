import type { WrapUpReason } from '../model/wrap-up-reason';
import { flag, text, uri, word } from './field-kinds';
import { fieldReader } from './field-table';

/** Reads a wrap-up reason, which need not tell its id. */
export const readWrapUpReason = fieldReader<WrapUpReason>({
  id: word(),
  uri: uri(),
  label: text(),
  forAll: flag(),
});
