/**
 * Cisco Finesse notifications in Angular: connect, watch nodes, read typed notifications, select from the store.
 */
export { EventTunnelService } from './lib/event-tunnel-service';
export { EventTunnelError, type EventTunnelErrorCode } from './lib/event-tunnel-error';
export { createEventTunnel, type EventTunnelHandle } from './lib/create-event-tunnel';
export { withOwnStore } from './lib/with-own-store';
export { withSharedTunnel } from './lib/sharing/with-shared-tunnel';
export { type DiagnosticsOptions, withDiagnostics } from './lib/with-diagnostics';
export { TunnelLog, type TunnelLogEntry } from './lib/tunnel-log';
export type { Live, LiveStatus } from './lib/live/live';
export type { LiveTeam } from './lib/live/live-contact-center';
export {
  liveResource,
  type LiveResource,
  type LiveResourceOptions,
} from './lib/live/live-resource';
export { SNAPSHOTS_FOLLOW } from './lib/live/snapshots-follow';
export { EventTunnelModule } from './lib/event-tunnel-module';
export { type EventTunnelFeature, provideEventTunnel } from './lib/provide-event-tunnel';
export type { EventTunnelConfigSource } from './lib/settings-reader';

// Settings, status, subscriptions
export type {
  EventTunnelConfig,
  EventTunnelHost,
  EventTunnelSettings,
  EventTunnelTimeouts,
  ReconnectDelays,
} from './lib/model/event-tunnel-config';
export { resolveConfig } from './lib/model/resolve-config';
export { EVENT_TUNNEL_SETTINGS } from './lib/state/event-tunnel-settings';
export type {
  AccessToken,
  Credentials,
  PasswordCredentials,
  TokenCredentials,
} from './lib/model/credentials';
export type {
  ConnectionError,
  ConnectionErrorCode,
  ConnectionPhase,
  ConnectionProgress,
  ConnectionStatus,
  ForcedSignOut,
  Readiness,
  Sharing,
} from './lib/model/connection-status';
export type {
  EntityChange,
  LedgerGap,
  LedgerRepair,
  NodeLedger,
  TunnelLedger,
} from './lib/model/ledger';
export type {
  NodeSubscription,
  NodeSubscriptionError,
  NodeSubscriptionState,
  SubscriptionProgress,
} from './lib/model/node-subscription';

// Actions, state, selectors
export { CredentialActions } from './lib/state/credential-actions';
export { EventTunnelServiceActions } from './lib/state/event-tunnel-service-actions';
export { FinesseActions } from './lib/state/finesse-actions';
export { FinesseApiActions } from './lib/state/finesse-api-actions';
export { SharedTunnelActions } from './lib/state/shared-tunnel-actions';
export { TunnelPageActions } from './lib/state/tunnel-page-actions';
export { TunnelTimerActions } from './lib/state/tunnel-timer-actions';
export {
  selectAgent,
  selectAgentById,
  selectAgentEntities,
  selectAllAgents,
  selectAllDialogs,
  selectAllQueues,
  selectConnectionStatus,
  selectDialogById,
  selectDialogEntities,
  selectDialogsOfAgent,
  selectFinessePresence,
  selectQueue,
  selectQueueById,
  selectQueueEntities,
  selectServerClockSkew,
  selectSubscription,
  selectSubscriptionEntities,
  selectSubscriptionProgress,
  selectSubscriptions,
  selectRevision,
  selectSystemInfo,
} from './lib/state/event-tunnel-feature';
export type { Domains, RememberedBackOff } from './lib/state/connection-event';
export type { HostChoice } from './lib/state/host-choice';
export type { WakeCause } from './lib/state/wake-ups';
export type { ConnectionState } from './lib/state/connection-moves';
export type { ContactCenter } from './lib/state/contact-center';
export { eventTunnelReducer } from './lib/state/event-tunnel-reducer';
export { type EventTunnelState, INITIAL_EVENT_TUNNEL_STATE } from './lib/state/event-tunnel-state';
export { type Collection, entityOf, type Keyed, listOf } from './lib/state/collection';
export type { Removal, Stored, StoredEntities } from './lib/state/stored-entities';
export type { HeardEvents, NodeEvents } from './lib/state/node-events';
export type { Subscriptions } from './lib/state/subscriptions';
export type { StoredAgent, StoredDialog, StoredQueue, Told } from './lib/state/told';

// Ports
export { type Authorization, CredentialHolder } from './lib/transport/credential-holder';
export { IframeTransport, TUNNEL_FRAME } from './lib/transport/iframe-transport';
export { type PageBeside, TunnelTransport } from './lib/transport/tunnel-transport';
export { TunnelInbox } from './lib/state/tunnel-inbox';
export { BackOffMemory } from './lib/state/back-off-memory';
export { RANDOM } from './lib/state/random';
export { TUNNEL_CLOCK } from './lib/state/tunnel-clock';

// What Finesse tells
export type { Snapshot } from './lib/model/snapshot';
export type {
  Diagnostic,
  ReaderDiagnosticCode,
  TunnelDiagnosticCode,
} from './lib/model/diagnostic';
export type {
  Agent,
  AgentRole,
  AgentSettings,
  AgentState,
  MobileAgent,
  WrapUpSetting,
} from './lib/model/agent';
export type { ApiError } from './lib/model/api-error';
export type { Device } from './lib/model/device';
export type {
  CallType,
  CallVariable,
  Dialog,
  DialogAction,
  DialogState,
  MediaProperties,
  Participant,
  ParticipantState,
  ScheduledCallbackInfo,
} from './lib/model/dialog';
export type { Extra, ExtraValue } from './lib/model/extra';
export type { FinesseResource } from './lib/model/finesse-resource';
export { isOlderThan } from './lib/model/is-older-than';
export { mergeAgent } from './lib/model/merge-agent';
export type { Media } from './lib/model/media';
export type {
  ApiErrorsNotification,
  DevicesNotification,
  DialogNotification,
  DialogsNotification,
  MediaNotification,
  Notification,
  NotificationEnvelope,
  NotificationEvent,
  NotificationKind,
  QueueNotification,
  QueuesNotification,
  SystemInfoNotification,
  TeamMessageNotification,
  TeamUsersNotification,
  UnknownNotification,
  UserNotification,
} from './lib/model/notification';
export type { OpenWord } from './lib/model/open-word';
export type { Contact, PhoneBook } from './lib/model/phone-book';
export type { Queue, QueueStatistics } from './lib/model/queue';
export type { ReasonCode, ReasonCodeCategory } from './lib/model/reason-code';
export type {
  CtiServer,
  FinesseNode,
  MaintenanceMode,
  SystemInfo,
  SystemStatus,
} from './lib/model/system-info';
export type { Team, TeamReference } from './lib/model/team';
export type { TeamMessage, TeamMessageAuthor } from './lib/model/team-message';
export type { WrapUpReason } from './lib/model/wrap-up-reason';

// Readers
export {
  readNotifications,
  type NotificationsReading,
} from './lib/notification/read-notifications';
export { readResource, type ResourceReading } from './lib/notification/read-resource';
