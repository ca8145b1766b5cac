/** Elements whose name is not that of the model's field; `parent.field` where only there. */
export const NAMES: Readonly<Record<string, string>> = {
  'user.id': 'loginId',
  dialogsUri: 'dialogs',
  wrapUpTimerSeconds: 'wrapUpTimer',
  agents: 'users',
  dnis: 'DNIS',
  callVariables: 'callvariables',
  timezoneOffsetMinutes: 'timezoneOffset',
  lastCtiHeartbeatStatus: 'lastCTIHeartbeatStatus',
  lastSuccessCtiHeartbeatTime: 'lastSuccessCTIHeartbeatTime',
  ctiHeartbeatIntervalSeconds: 'ctiHeartbeatInterval',
  ctiMaintenanceMode: 'ctiMMode',
  ctiTimeInMaintenanceMode: 'ctiTimeInMMode',
  finesseMaintenanceMode: 'finesseMMode',
  finesseTimeInMaintenanceMode: 'finesseTimeInMMode',
};

/** The items of each collection, by the name of the collection's element. */
export const LISTS: Readonly<Record<string, string>> = {
  actions: 'action',
  apiErrors: 'apiError',
  callvariables: 'CallVariable',
  ctiServers: 'ctiServer',
  devices: 'device',
  dialogs: 'Dialog',
  participants: 'Participant',
  Queues: 'Queue',
  roles: 'role',
  teams: 'Team',
  users: 'User',
  wrapUpItems: 'wrapUpItem',
};
