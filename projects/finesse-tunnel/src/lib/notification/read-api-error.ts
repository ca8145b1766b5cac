import type { ApiError } from '../model/api-error';
import { text, word } from './field-kinds';
import { fieldReader } from './field-table';

/** Reads an error, in the spelling of notifications (`errorType`) or of HTTP answers (`ErrorType`). */
export const readApiError = fieldReader<ApiError>({
  errorType: word(),
  errorMessage: text(),
  errorData: text(),
  errorMedia: word(),
  peripheralErrorCode: word(),
  peripheralErrorMsg: text(),
  peripheralErrorText: text(),
});
