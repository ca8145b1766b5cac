/**
 * The Finesse REST API as far as notifications need it: what was before the first event, and what an agent may ask.
 */
export { type Accepted, FinesseApi, type SignInRequest, type StateRequest } from './finesse-api';
export { FinesseApiError, type FinesseApiErrorCode } from './finesse-api-error';
export { withSnapshots } from './with-snapshots';
