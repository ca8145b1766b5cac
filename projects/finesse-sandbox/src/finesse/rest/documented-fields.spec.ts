import { readXmlBody, type BodyElement } from './xml-body';
import { ADMINISTRATOR, ID, makeRestApi, SUPERVISOR } from '../testing/make-rest-api';

const REASON_CODE = 'category,code,forAll,id,label';
const QUEUE =
  'uri,name,statistics(callsInQueue,startTimeOfLongestCallInQueue,agentsReady,agentsNotReady,agentsBusyOther,' +
  'agentsLoggedOn,agentsTalkingInbound,agentsTalkingOutbound,agentsTalkingInternal,agentsWrapUpNotReady,agentsWrapUpReady)';
const DIALOG =
  'associatedDialogUri,fromAddress,id,secondaryId,mediaProperties(mediaId,DNIS,callType,dialedNumber,queueNumber,' +
  'queueName,outboundClassification,wrapUpReason,callvariables(CallVariable(name,value))),mediaType,participants(' +
  'Participant(actions(action),mediaAddress,mediaAddressType,startTime,state,stateCause,stateChangeTime)),state,' +
  'toAddress,uri';
const TASK =
  'associatedDialogUri,id,secondaryId,mediaProperties(mediaId,callvariables(CallVariable(name,value))),mediaType,' +
  'participants(Participant(actions(action),mediaAddress,startTime,state,stateCause,stateChangeTime)),state,uri';
const MEDIA =
  'uri,id,name,description,state,stateChangeTime,routable,interruptible,interruptAction,maxDialogLimit,' +
  'dialogLogoutAction,reasonCodeId';
const SUMMARY =
  'uri,loginId,firstName,lastName,dialogs,extension,pendingState,state,stateChangeTime';
const USER = 'dialogs,extension,firstName,lastName,loginId,loginName,mediaType,pendingState';
const USER_END =
  'roles(role),settings(wrapUpOnIncoming,wrapUpOnOutgoing),state,stateChangeTime,teamId,teamName';
const MESSAGE = 'uri,id,createdBy(id,firstName,lastName),createdAt,duration,content,teams(team)';
const LAYOUT_ENTRY = 'entry(displayName,mediaProperty)';
const LAYOUT = `uri,name,type,header(${LAYOUT_ENTRY}),column(${LAYOUT_ENTRY})`;
const CONTACTS = 'Contact(firstName,lastName,phoneNumber,description,uri)';

/** Each resource with its elements, in the order of the guide's samples where it has one. */
const RESOURCES: readonly { readonly path: string; readonly as: string; readonly shape: string }[] =
  [
    {
      path: 'SystemInfo',
      as: ID,
      shape:
        'SystemInfo(currentTimestamp,ctiHeartbeatInterval,ctiServers(ctiServer(host,connectedDuration,active)),ctiVersion,' +
        'lastCTIHeartbeatStatus,lastSuccessCTIHeartbeatTime,deploymentType,ctiMMode,ctiTimeInMMode,finesseMMode,' +
        'finesseTimeInMMode,license,peripheralId,primaryNode(host,httpsPort),xmppDomain,xmppPubSubDomain,status,' +
        'statusReason,systemAuthMode,timezoneOffset,uri)',
    },
    { path: `User/${ID}`, as: ID, shape: `User(${USER},${USER_END},uri,wrapUpTimer)` },
    {
      path: `User/${SUPERVISOR}`,
      as: SUPERVISOR,
      shape: `User(${USER},reasonCode(${REASON_CODE},uri),reasonCodeId,${USER_END},teams(Team(id,name,uri)),uri,wrapUpTimer)`,
    },
    { path: 'UserAuthMode/1001001', as: ID, shape: 'UserAuthMode(authMode,uri)' },
    { path: `User/${ID}/Dialogs`, as: ID, shape: `Dialogs(Dialog(${DIALOG}))` },
    { path: 'Dialog/77001', as: ID, shape: `Dialog(${DIALOG})` },
    { path: `User/${ID}/Dialogs/Media`, as: ID, shape: `Dialogs(Dialog(${TASK}))` },
    { path: 'Dialog/5000_1_1', as: ID, shape: `Dialog(${TASK})` },
    { path: `User/${ID}/Media`, as: ID, shape: `MediaList(Media(${MEDIA}))` },
    { path: `User/${ID}/Media/5000`, as: ID, shape: `Media(${MEDIA})` },
    { path: `User/${ID}/Queues`, as: ID, shape: `Queues(Queue(${QUEUE}))` },
    { path: 'Queue/41', as: ID, shape: `Queue(${QUEUE})` },
    {
      path: 'Team/31',
      as: SUPERVISOR,
      shape: `Team(uri,id,name,users(User(${SUMMARY},reasonCode(${REASON_CODE},uri))))`,
    },
    { path: 'Teams', as: ADMINISTRATOR, shape: 'Teams(Team(uri,id,name))' },
    {
      path: `User/${ID}/ReasonCodes?category=NOT_READY`,
      as: ID,
      shape: `ReasonCodes(ReasonCode(${REASON_CODE},systemCode,uri))`,
    },
    {
      path: `User/${ID}/ReasonCode/31`,
      as: ID,
      shape: `ReasonCode(${REASON_CODE},systemCode,uri)`,
    },
    {
      path: 'TeamResource/31/ReasonCodes?category=LOGOUT',
      as: ID,
      shape: `ReasonCodes(ReasonCode(${REASON_CODE},systemCode,uri))`,
    },
    {
      path: 'ReasonCodes?category=ALL',
      as: ADMINISTRATOR,
      shape: `ReasonCodes(ReasonCode(${REASON_CODE},systemCode,uri))`,
    },
    {
      path: `User/${ID}/WrapUpReasons`,
      as: ID,
      shape: 'WrapUpReasons(WrapUpReason(label,forAll,uri))',
    },
    { path: 'TeamMessages', as: ID, shape: `TeamMessages(TeamMessage(${MESSAGE}))` },
    {
      path: `User/${ID}/PhoneBooks`,
      as: ID,
      shape: `PhoneBooks(PhoneBook(uri,name,type,contacts(${CONTACTS})))`,
    },
    { path: 'PhoneBook/1/Contacts', as: ID, shape: `Contacts(${CONTACTS})` },
    { path: `User/${ID}/MediaPropertiesLayout`, as: ID, shape: `MediaPropertiesLayout(${LAYOUT})` },
    {
      path: 'Devices?extension=1001001',
      as: ID,
      shape: 'Devices(Device(deviceId,deviceType,deviceTypeName))',
    },
    {
      path: 'User/1001001/Nothing',
      as: ID,
      shape: 'ApiErrors(ApiError(ErrorType,ErrorMessage,ErrorData))',
    },
  ];

/** The names in a document, in order; of equal neighbours the first speaks for all. */
function shapeOf({ name, children }: BodyElement): string {
  const different = children.filter((child, at) => child.name !== children[at - 1]?.name);
  return different.length === 0 ? name : `${name}(${different.map(shapeOf).join(',')})`;
}

describe('The documented fields', () => {
  for (const { path, as, shape } of RESOURCES) {
    it(`are those of ${path}, in their order`, async () => {
      const { send, post, contactCenter, settle } = await makeRestApi();
      contactCenter.agents.signIn(SUPERVISOR, SUPERVISOR);
      contactCenter.agents.request(SUPERVISOR, {
        state: 'NOT_READY',
        by: 'self',
        reasonCodeId: 31,
      });
      contactCenter.agents.signIn(ID, ID);
      contactCenter.media.request({ userId: ID, mediumId: '5000' }, { state: 'LOGIN' });
      contactCenter.agents.request(ID, { state: 'READY', by: 'self' });
      const variables = [{ name: 'callVariable1', value: 'a' }];
      contactCenter.tasks.arrive({ mediumId: '5000', agentId: ID, variables });
      contactCenter.createDialog({ from: '+15550100', to: '6000', variables });
      await post(
        'TeamMessage',
        '<TeamMessage><duration>60</duration><content>a</content><teams><team>31</team></teams></TeamMessage>',
        { as: SUPERVISOR },
      );
      settle();

      const { body } = await send(path, { as });

      expect(shapeOf(readXmlBody(new TextEncoder().encode(body)))).toBe(shape);
    });
  }
});
