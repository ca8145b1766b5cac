import { anything, fields, flag, listOf, number, orNull, type Shape, text } from './shape';

/** Several fields of the same kind. */
function each(shape: Shape, names: string): Record<string, Shape> {
  return Object.fromEntries(names.split(' ').map((name) => [name, shape]));
}

const TEAM_REFERENCE = fields({ id: text }, each(text, 'name uri'));

const REASON = orNull(
  fields(
    {},
    { ...each(text, 'id uri category label'), code: number, ...each(flag, 'forAll systemCode') },
  ),
);

const DEVICES = listOf(fields({}, each(text, 'deviceId deviceType deviceTypeName')));

const AGENT = fields(
  { id: text },
  {
    ...each(text, 'uri loginName firstName lastName state pendingState extension mediaType'),
    ...each(text, 'dialogsUri teamId teamName skillTargetId activeDeviceId mediaState'),
    ...each(number, 'stateChangeTime reasonCodeId wrapUpTimerSeconds'),
    roles: listOf(text),
    teams: listOf(TEAM_REFERENCE),
    reasonCode: REASON,
    settings: fields({}, each(text, 'wrapUpOnIncoming wrapUpOnOutgoing deviceSelection')),
    mobileAgent: fields({}, each(text, 'mode dialNumber')),
    devices: DEVICES,
    extra: anything,
  },
);

const PARTICIPANT = fields(
  {},
  {
    ...each(text, 'mediaAddress mediaAddressType state stateCause'),
    ...each(number, 'startTime stateChangeTime'),
    actions: listOf(text),
  },
);

const MEDIA_PROPERTIES = fields(
  {},
  {
    ...each(
      text,
      'mediaId dialedNumber callType dnis outboundClassification queueNumber queueName',
    ),
    ...each(text, 'callKeyCallId callKeySequenceNum callKeyPrefix wrapUpReason'),
    wrapUpItems: listOf(text),
    callVariables: listOf(fields({ name: text, value: text })),
  },
);

const DIALOG = fields(
  { id: text },
  {
    ...each(text, 'uri associatedDialogUri secondaryId mediaType fromAddress toAddress'),
    ...each(text, 'callbackNumber state'),
    mediaProperties: MEDIA_PROPERTIES,
    participants: listOf(PARTICIPANT),
    scheduledCallbackInfo: fields({}, each(text, 'callbackTime callbackNumber')),
  },
);

const QUEUE = fields(
  { id: text },
  {
    ...each(text, 'uri name'),
    statistics: fields(
      {},
      each(
        number,
        'callsInQueue startTimeOfLongestCallInQueue agentsReady agentsNotReady agentsBusyOther agentsLoggedOn ' +
          'agentsTalkingInbound agentsTalkingOutbound agentsTalkingInternal agentsWrapUpNotReady agentsWrapUpReady',
      ),
    ),
  },
);

const MEDIA = fields(
  { id: text, agentId: text },
  { ...each(text, 'uri name state'), stateChangeTime: number, reasonCode: REASON },
);

const SYSTEM_INFO = fields(
  {},
  {
    ...each(text, 'status statusReason xmppDomain xmppPubSubDomain deploymentType systemAuthMode'),
    ...each(number, 'currentTimestamp timezoneOffsetMinutes'),
    ...each(fields({}, { host: text }), 'primaryNode secondaryNode'),
    ctiServers: listOf(fields({}, { host: text })),
  },
);

/** What a snapshot of each kind must look like. */
export const SNAPSHOT_SHAPES: Readonly<Record<string, Shape>> = {
  user: fields({ agent: AGENT }),
  'team-users': fields({ team: TEAM_REFERENCE, agents: listOf(AGENT) }),
  dialogs: fields({ agentId: text, dialogs: listOf(DIALOG) }),
  dialog: fields({ id: text }, { dialog: DIALOG }),
  queue: fields({ queue: QUEUE }),
  queues: fields({ agentId: text, queues: listOf(QUEUE) }),
  media: fields({ agentId: text, media: listOf(MEDIA) }),
  'system-info': fields({ systemInfo: SYSTEM_INFO }),
};
