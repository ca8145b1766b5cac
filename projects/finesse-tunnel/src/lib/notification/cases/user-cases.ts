import type { NotificationCase } from './notification-case';

const ENVELOPE = {
  event: 'PUT',
  requestId: '',
  source: '/finesse/api/User/2101',
} as const;

export const USER_CASES: readonly NotificationCase[] = [
  {
    name: 'a whole agent, indented as servers write it',
    node: '/finesse/api/User/2101',
    xml: `
<Update>
  <data>
    <user>
      <dialogs>/finesse/api/User/2101/Dialogs</dialogs>
      <extension>54101</extension>
      <firstName>Nils</firstName>
      <lastName>Holgersson &amp; Geese</lastName>
      <loginId>2101</loginId>
      <loginName>nholgersson</loginName>
      <mediaType>1</mediaType>
      <pendingState>NOT_READY</pendingState>
      <roles>
        <role>Agent</role>
        <role>Supervisor</role>
      </roles>
      <settings>
        <wrapUpOnIncoming>OPTIONAL</wrapUpOnIncoming>
        <wrapUpOnOutgoing>NOT_ALLOWED</wrapUpOnOutgoing>
      </settings>
      <state>TALKING</state>
      <stateChangeTime>2026-03-02T08:15:30.250Z</stateChangeTime>
      <teamId>31</teamId>
      <teamName>Harbour Desk</teamName>
      <teams>
        <Team>
          <id>31</id>
          <name>Harbour Desk</name>
          <uri>/finesse/api/Team/31</uri>
        </Team>
      </teams>
      <uri>/finesse/api/User/2101</uri>
      <wrapUpTimer>120</wrapUpTimer>
    </user>
  </data>
  <event>PUT</event>
  <requestId>c0ffee01-ready</requestId>
  <source>/finesse/api/User/2101</source>
</Update>`,
    expected: [
      {
        ...ENVELOPE,
        kind: 'user',
        requestId: 'c0ffee01-ready',
        agent: {
          id: '2101',
          uri: '/finesse/api/User/2101',
          loginName: 'nholgersson',
          firstName: 'Nils',
          lastName: 'Holgersson & Geese',
          roles: ['Agent', 'Supervisor'],
          state: 'TALKING',
          stateChangeTime: Date.UTC(2026, 2, 2, 8, 15, 30, 250),
          pendingState: 'NOT_READY',
          settings: { wrapUpOnIncoming: 'OPTIONAL', wrapUpOnOutgoing: 'NOT_ALLOWED' },
          extension: '54101',
          mediaType: '1',
          dialogsUri: '/finesse/api/User/2101/Dialogs',
          teamId: '31',
          teamName: 'Harbour Desk',
          teams: [{ id: '31', name: 'Harbour Desk', uri: '/finesse/api/Team/31' }],
          wrapUpTimerSeconds: 120,
        },
      },
    ],
  },
  {
    name: 'an agent signed out, with empty, self-closed and missing elements',
    node: '/finesse/api/User/2101',
    xml:
      '<Update><data><user><loginId>2101</loginId><extension></extension><pendingState/><reasonCodeId/>' +
      '<reasonCode/><roles/><settings/><teams></teams><state>LOGOUT</state><stateChangeTime></stateChangeTime>' +
      '</user></data><event>PUT</event><requestId></requestId><source>/finesse/api/User/2101</source></Update>',
    expected: [
      {
        ...ENVELOPE,
        kind: 'user',
        agent: {
          id: '2101',
          extension: '',
          pendingState: '',
          reasonCode: null,
          roles: [],
          teams: [],
          state: 'LOGOUT',
        },
      },
    ],
  },
  {
    name: 'a name in upper case, children in another order, the event first and in lower case',
    node: '/finesse/api/User/2101',
    xml:
      '<Update><event>put</event><source>/finesse/api/User/2101</source><data><User><State>READY</State>' +
      '<Uri>/finesse/api/User/2101/</Uri><LoginId>2101</LoginId></User></data></Update>',
    expected: [
      {
        ...ENVELOPE,
        kind: 'user',
        agent: { id: '2101', state: 'READY', uri: '/finesse/api/User/2101' },
      },
    ],
  },
  {
    name: 'a reason in the spelling of the guide, with a code for the system',
    node: '/finesse/api/User/2101',
    xml:
      '<Update><data><user><loginId>2101</loginId><state>LOGOUT</state><reasonCodeId>-1</reasonCodeId>' +
      '<ReasonCode><category>LOGOUT</category><code>255</code><label>Presence lost</label><forAll>True</forAll>' +
      '<systemCode>true</systemCode></ReasonCode></user></data><event>PUT</event><requestId/>' +
      '<source>/finesse/api/User/2101</source></Update>',
    expected: [
      {
        ...ENVELOPE,
        kind: 'user',
        agent: {
          id: '2101',
          state: 'LOGOUT',
          reasonCodeId: -1,
          reasonCode: {
            category: 'LOGOUT',
            code: 255,
            label: 'Presence lost',
            forAll: true,
            systemCode: true,
          },
        },
      },
    ],
  },
  {
    name: 'a mobile agent with devices, of which one',
    node: '/finesse/api/User/2101',
    xml:
      '<Update><data><user><loginId>2101</loginId><mobileAgent><mode>NAILED_CONNECTION</mode>' +
      '<dialNumber>+4930770044</dialNumber></mobileAgent><skillTargetId>5017</skillTargetId>' +
      '<activeDeviceId>SEP00AA</activeDeviceId><devices><device><deviceId>SEP00AA</deviceId>' +
      '<deviceType>683</deviceType><deviceTypeName>Desk phone</deviceTypeName></device></devices>' +
      '<mediaState>IDLE</mediaState></user></data><event>PUT</event><requestId/>' +
      '<source>/finesse/api/User/2101</source></Update>',
    expected: [
      {
        ...ENVELOPE,
        kind: 'user',
        agent: {
          id: '2101',
          mobileAgent: { mode: 'NAILED_CONNECTION', dialNumber: '+4930770044' },
          skillTargetId: '5017',
          activeDeviceId: 'SEP00AA',
          devices: [{ deviceId: 'SEP00AA', deviceType: '683', deviceTypeName: 'Desk phone' }],
          mediaState: 'IDLE',
        },
      },
    ],
  },
  {
    name: 'a state this version does not know',
    node: '/finesse/api/User/2101',
    xml: '<Update><data><user><loginId>2101</loginId><state>DAYDREAMING</state></user></data><event>PUT</event><source>/finesse/api/User/2101</source></Update>',
    expected: [{ ...ENVELOPE, kind: 'user', agent: { id: '2101', state: 'DAYDREAMING' } }],
  },
  {
    name: 'an agent named by the URI alone',
    node: '/finesse/api/User/2101',
    xml: '<Update><data><user><uri>/finesse/api/User/2101</uri></user></data><event>PUT</event><source>/finesse/api/User/2101</source></Update>',
    expected: [{ ...ENVELOPE, kind: 'user', agent: { id: '2101', uri: '/finesse/api/User/2101' } }],
  },
  {
    name: 'an agent named by the node alone',
    node: '/finesse/api/User/2101',
    xml: '<Update><data><user><state>READY</state></user></data><event>PUT</event></Update>',
    expected: [{ ...ENVELOPE, kind: 'user', source: '', agent: { id: '2101', state: 'READY' } }],
  },
  {
    name: 'a deleted agent, told without data',
    node: '/finesse/api/User/2101',
    xml: '<Update><event>delete</event><requestId></requestId><source>/finesse/api/User/2101</source></Update>',
    expected: [
      {
        ...ENVELOPE,
        kind: 'user',
        event: 'DELETE',
        agent: { id: '2101', uri: '/finesse/api/User/2101' },
      },
    ],
  },
  {
    name: 'unknown fields, kept as they came',
    node: '/finesse/api/User/2101',
    xml:
      '<Update><data><user><loginId>2101</loginId><mood>sunny &amp; mild</mood><badge><colour>blue</colour>' +
      '<stars>3</stars></badge><hobby>chess</hobby><hobby>rowing</hobby></user></data><event>PUT</event>' +
      '<source>/finesse/api/User/2101</source></Update>',
    expected: [
      {
        ...ENVELOPE,
        kind: 'user',
        agent: {
          id: '2101',
          extra: {
            mood: 'sunny & mild',
            badge: { colour: 'blue', stars: '3' },
            hobby: ['chess', 'rowing'],
          },
        },
      },
    ],
  },
  {
    name: 'values of the wrong kind, kept under extra and told',
    node: '/finesse/api/User/2101',
    xml:
      '<Update><data><user><loginId>2101</loginId><stateChangeTime>yesterday</stateChangeTime>' +
      '<wrapUpTimer>12.5</wrapUpTimer><roles>Agent</roles></user></data><event>PUT</event>' +
      '<source>/finesse/api/User/2101</source></Update>',
    expected: [
      {
        ...ENVELOPE,
        kind: 'user',
        agent: {
          id: '2101',
          extra: { stateChangeTime: 'yesterday', wrapUpTimer: '12.5', roles: 'Agent' },
        },
      },
    ],
    diagnostics: ['unreadable-value', 'unreadable-value', 'unreadable-value'],
  },
  {
    name: 'an agent nobody names',
    node: '/finesse/api/SystemInfo',
    xml: '<Update><data><user><state>READY</state></user></data><event>PUT</event></Update>',
    expected: [{ ...ENVELOPE, kind: 'unknown', source: '', resource: 'user' }],
    diagnostics: ['missing-id'],
  },
];
