/**
 * The Finesse REST API: what was before the first event, what agents and supervisors may ask, and what became of it.
 */
export {
  FinesseApi,
  type SignInRequest,
  type StateRequest,
  type TeamMessageRequest,
} from './finesse-api';
export {
  type BargeRequest,
  type CallData,
  type CallRequest,
  type ConsultRequest,
  FinesseCalls,
  type MonitorRequest,
} from './finesse-calls';
export {
  type Accepted,
  type Confirmation,
  type ConfirmationOptions,
  FinesseCommand,
} from './finesse-command';
export { FinesseApiError, type FinesseApiErrorCode } from './finesse-api-error';
export { retryOutOfService, type RetryOutOfServiceOptions } from './retry-out-of-service';
export type { SnapshotOptions, SnapshotSource } from './snapshot-source';
export { withSnapshots } from './with-snapshots';
