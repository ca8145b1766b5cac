import type { Observable } from 'rxjs';
import type { FinesseApi } from '../finesse-api';
import type { FinesseCalls } from '../finesse-calls';

/** A question, the answer on the wire, and what it must be read as. */
export interface Read {
  readonly what: string;
  readonly call: (api: FinesseApi) => Observable<unknown>;
  readonly url: string;
  readonly body: string;
  readonly expected: unknown;
}

export const READS: readonly Read[] = [
  {
    what: 'a team',
    call: (api) => api.team('31'),
    url: '/Team/31',
    body: '<Team><uri>/finesse/api/Team/31</uri><id>31</id><name>Harbour Desk</name><users><User><loginId>1001</loginId></User></users></Team>',
    expected: {
      id: '31',
      uri: '/finesse/api/Team/31',
      name: 'Harbour Desk',
      agents: [{ id: '1001' }],
    },
  },
  {
    what: 'dialogs of which there are none',
    call: (api) => api.userDialogs('1001'),
    url: '/User/1001/Dialogs',
    body: '<Dialogs/>',
    expected: [],
  },
  {
    what: 'nonvoice tasks',
    call: (api) => api.userMediaDialogs('1001'),
    url: '/User/1001/Dialogs/Media',
    body: '<Dialogs><Dialog><id>1_2</id></Dialog></Dialogs>',
    expected: [{ id: '1_2' }],
  },
  {
    what: 'queues',
    call: (api) => api.userQueues('1001'),
    url: '/User/1001/Queues',
    body: '<Queues><Queue><uri>/finesse/api/Queue/41</uri></Queue></Queues>',
    expected: [{ id: '41', uri: '/finesse/api/Queue/41' }],
  },
  {
    what: 'a queue that the answer does not name',
    call: (api) => api.queue('41'),
    url: '/Queue/41',
    body: '<Queue><name>Billing</name></Queue>',
    expected: { id: '41', name: 'Billing' },
  },
  {
    what: 'reasons',
    call: (api) => api.reasonCodes('1001', 'NOT_READY'),
    url: '/User/1001/ReasonCodes?category=NOT_READY',
    body: '<ReasonCodes category="NOT_READY"><ReasonCode><uri>/finesse/api/ReasonCode/34</uri><category>NOT_READY</category><code>204</code><label>Lunch</label><forAll>true</forAll></ReasonCode></ReasonCodes>',
    expected: [
      {
        uri: '/finesse/api/ReasonCode/34',
        category: 'NOT_READY',
        code: 204,
        label: 'Lunch',
        forAll: true,
      },
    ],
  },
  {
    what: 'reasons of a team',
    call: (api) => api.teamReasonCodes('31', 'LOGOUT'),
    url: '/TeamResource/31/ReasonCodes?category=LOGOUT',
    body: '<ReasonCodes category="LOGOUT"/>',
    expected: [],
  },
  {
    what: 'one dialog',
    call: (api) => api.dialog('77001'),
    url: '/Dialog/77001',
    body: '<Dialog><id>77001</id><state>ACTIVE</state></Dialog>',
    expected: { id: '77001', state: 'ACTIVE' },
  },
  {
    what: 'wrap-up reasons',
    call: (api) => api.wrapUpReasons('1001'),
    url: '/User/1001/WrapUpReasons',
    body: '<WrapUpReasons><WrapUpReason><uri>/finesse/api/WrapUpReason/1</uri><label>Solved</label><forAll>true</forAll></WrapUpReason></WrapUpReasons>',
    expected: [{ uri: '/finesse/api/WrapUpReason/1', label: 'Solved', forAll: true }],
  },
  {
    what: 'phone books with contacts',
    call: (api) => api.phoneBooks('1001'),
    url: '/User/1001/PhoneBooks',
    body: '<PhoneBooks><PhoneBook><name>Harbour</name><type>TEAM</type><Contacts><Contact><firstName>Iko</firstName><lastName>Brandt</lastName><phoneNumber>54102</phoneNumber><description/></Contact></Contacts></PhoneBook></PhoneBooks>',
    expected: [
      {
        name: 'Harbour',
        type: 'TEAM',
        contacts: [{ firstName: 'Iko', lastName: 'Brandt', phoneNumber: '54102', description: '' }],
      },
    ],
  },
  {
    what: 'phone books that only name the place of their contacts',
    call: (api) => api.phoneBooks('1001'),
    url: '/User/1001/PhoneBooks',
    body: '<PhoneBooks><PhoneBook><uri>/finesse/api/PhoneBook/7</uri><contacts>/finesse/api/PhoneBook/7/Contacts</contacts></PhoneBook></PhoneBooks>',
    expected: [{ uri: '/finesse/api/PhoneBook/7' }],
  },
  {
    what: 'all media of an agent',
    call: (api) => api.userMedia('1001'),
    url: '/User/1001/Media',
    body: '<MediaList><Media><uri>/finesse/api/User/1001/Media/5003</uri><id>5003</id><name>Web_Chat</name></Media></MediaList>',
    expected: [
      {
        uri: '/finesse/api/User/1001/Media/5003',
        id: '5003',
        name: 'Web_Chat',
        agentId: '1001',
      },
    ],
  },
  {
    what: 'one medium of an agent',
    call: (api) => api.media('1001', '5003'),
    url: '/User/1001/Media/5003',
    body: '<Media><id>5003</id><state>READY</state></Media>',
    expected: { id: '5003', state: 'READY', agentId: '1001' },
  },
  {
    what: 'team messages',
    call: (api) => api.teamMessages(),
    url: '/TeamMessage',
    body: '<TeamMessages><TeamMessage><id>9</id><content>Fire drill</content><teams><team>31</team></teams></TeamMessage></TeamMessages>',
    expected: [{ id: '9', content: 'Fire drill', teamIds: ['31'] }],
  },
];

/** A wish, and the body that must carry it. */
export interface Write {
  readonly what: string;
  readonly call: (api: FinesseApi) => Observable<{ readonly requestId: string }>;
  /** Default PUT. */
  readonly method?: string;
  /** Default: that of agent 1001. */
  readonly url?: string;
  readonly body?: string;
}

const AGENT = '54101';
const VARIABLES = [{ name: 'callVariable1', value: 'Fish & Chips' }];
const WRITTEN_VARIABLES =
  '<callvariables><CallVariable><name>callVariable1</name><value>Fish &amp; Chips</value></CallVariable></callvariables>';

export const WRITES: readonly Write[] = [
  {
    what: 'a state',
    call: (api) => api.setState('1001', { state: 'READY' }),
    body: '<User><state>READY</state></User>',
  },
  {
    what: 'a state with a reason',
    call: (api) => api.setState('1001', { state: 'NOT_READY', reasonCodeId: 34 }),
    body: '<User><state>NOT_READY</state><reasonCodeId>34</reasonCodeId></User>',
  },
  {
    what: 'signing in',
    call: (api) => api.signIn('1001', { extension: '54101' }),
    body: '<User><state>LOGIN</state><extension>54101</extension></User>',
  },
  {
    what: 'signing out',
    call: (api) => api.signOut('1001'),
    body: '<User><state>LOGOUT</state></User>',
  },
  {
    what: 'signing out for a reason',
    call: (api) => api.signOut('1001', '9'),
    body: '<User><state>LOGOUT</state><reasonCodeId>9</reasonCodeId></User>',
  },
  {
    what: 'signing in at a telephone elsewhere',
    call: (api) =>
      api.signIn('1001', {
        extension: AGENT,
        mobileAgent: { mode: 'CALL_BY_CALL', dialNumber: '+4930770011' },
      }),
    body: '<User><state>LOGIN</state><extension>54101</extension><mobileAgent><mode>CALL_BY_CALL</mode><dialNumber>+4930770011</dialNumber></mobileAgent></User>',
  },
  {
    what: 'a message to teams',
    call: (api) =>
      api.sendTeamMessage({ content: 'Tea & cake', durationSeconds: 300, teamIds: ['31', '32'] }),
    method: 'POST',
    url: '/TeamMessage',
    body: '<TeamMessage><duration>300</duration><content>Tea &amp; cake</content><teams><team>31</team><team>32</team></teams></TeamMessage>',
  },
  {
    what: 'the end of a message to teams',
    call: (api) => api.deleteTeamMessage('9'),
    method: 'DELETE',
    url: '/TeamMessage/9',
  },
  {
    what: 'a call',
    call: (api) => api.calls.makeCall('1001', { extension: AGENT, to: '6000' }),
    method: 'POST',
    url: '/User/1001/Dialogs',
    body: '<Dialog><requestedAction>MAKE_CALL</requestedAction><fromAddress>54101</fromAddress><toAddress>6000</toAddress></Dialog>',
  },
  {
    what: 'a call with data',
    call: (api) =>
      api.calls.makeCall('1001', { extension: AGENT, to: '6000', variables: VARIABLES }),
    method: 'POST',
    url: '/User/1001/Dialogs',
    body: `<Dialog><requestedAction>MAKE_CALL</requestedAction><fromAddress>54101</fromAddress><toAddress>6000</toAddress><mediaProperties>${WRITTEN_VARIABLES}</mediaProperties></Dialog>`,
  },
  {
    what: 'silent monitoring',
    call: (api) => api.calls.silentMonitor('1001', { extension: '54001', agentExtension: AGENT }),
    method: 'POST',
    url: '/User/1001/Dialogs',
    body: '<Dialog><requestedAction>SILENT_MONITOR</requestedAction><fromAddress>54001</fromAddress><toAddress>54101</toAddress></Dialog>',
  },
  {
    what: 'barging in',
    call: (api) =>
      api.calls.bargeCall('1001', {
        extension: '54001',
        agentExtension: AGENT,
        monitorDialogId: '77002',
      }),
    method: 'POST',
    url: '/User/1001/Dialogs',
    body: '<Dialog><requestedAction>BARGE_CALL</requestedAction><fromAddress>54001</fromAddress><toAddress>54101</toAddress><associatedDialogUri>/finesse/api/Dialog/77002</associatedDialogUri></Dialog>',
  },
  ...onDialog('answering', 'ANSWER', (calls) => calls.answer('77001', AGENT)),
  ...onDialog('holding', 'HOLD', (calls) => calls.hold('77001', AGENT)),
  ...onDialog('retrieving', 'RETRIEVE', (calls) => calls.retrieve('77001', AGENT)),
  ...onDialog('dropping', 'DROP', (calls) => calls.drop('77001', AGENT)),
  ...onDialog('transferring', 'TRANSFER', (calls) => calls.transfer('77001', AGENT)),
  ...onDialog('a conference', 'CONFERENCE', (calls) => calls.conference('77001', AGENT)),
  ...onDialog('recording', 'START_RECORDING', (calls) => calls.startRecording('77001', AGENT)),
  ...onDialog('dropping a party', 'PARTICIPANT_DROP', (calls) =>
    calls.participantDrop('77001', AGENT),
  ),
  ...onDialog(
    'consulting',
    'CONSULT_CALL',
    (calls) => calls.consult('77001', { extension: AGENT, to: '54102' }),
    '<toAddress>54102</toAddress>',
  ),
  ...onDialog(
    'a direct transfer',
    'TRANSFER_SST',
    (calls) => calls.transferDirectly('77001', { extension: AGENT, to: '54102' }),
    '<toAddress>54102</toAddress>',
  ),
  ...onDialog(
    'tones',
    'SEND_DTMF',
    (calls) => calls.sendDtmf('77001', { extension: AGENT, digits: '12#' }),
    '<actionParams><ActionParam><name>dtmfString</name><value>12#</value></ActionParam></actionParams>',
  ),
  {
    what: 'call data',
    call: (api) =>
      api.calls.updateCallData('77001', { variables: VARIABLES, wrapUpReason: 'Solved' }),
    url: '/Dialog/77001',
    body: `<Dialog><requestedAction>UPDATE_CALL_DATA</requestedAction><mediaProperties><wrapUpReason>Solved</wrapUpReason>${WRITTEN_VARIABLES}</mediaProperties></Dialog>`,
  },
];

function onDialog(...[what, action, call, more = '']: DialogWrite): readonly Write[] {
  return [
    {
      what,
      call: (api) => call(api.calls),
      url: '/Dialog/77001',
      body: `<Dialog><targetMediaAddress>54101</targetMediaAddress><requestedAction>${action}</requestedAction>${more}</Dialog>`,
    },
  ];
}

type DialogWrite = [
  what: string,
  action: string,
  call: (calls: FinesseCalls) => Observable<{ readonly requestId: string }>,
  more?: string,
];
