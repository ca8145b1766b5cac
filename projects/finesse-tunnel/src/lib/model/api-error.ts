import type { Extra } from './extra';

/** Why a request failed, as a notification or as the body of an HTTP answer tells it. */
export interface ApiError {
  /** Words, `Invalid Device`, now and then a bare number. */
  readonly errorType?: string;
  /** Often a constant: `CF_INVALID_LOGON_DEVICE_SPECIFIED`. */
  readonly errorMessage?: string;
  /** A number as text, or any text. */
  readonly errorData?: string;
  /** The media routing domain, in errors of Media requests. */
  readonly errorMedia?: string;
  readonly peripheralErrorCode?: string;
  readonly peripheralErrorMsg?: string;
  readonly peripheralErrorText?: string;
  readonly extra?: Extra;
}
