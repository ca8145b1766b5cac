import type { NotificationCase } from './notification-case';

export const DIALOG_CASES: readonly NotificationCase[] = [
  {
    name: 'a call that is offered, with entities and call variables',
    node: '/finesse/api/User/2101/Dialogs',
    xml: `<Update><data><dialogs><Dialog>
 <associatedDialogUri></associatedDialogUri><fromAddress>+4930770011</fromAddress><id>77001</id><secondaryId/>
 <mediaProperties><mediaId>1</mediaId><DNIS>6000</DNIS><callType>ACD_IN</callType><dialedNumber>6000</dialedNumber>
  <queueNumber>41</queueNumber><queueName>Billing &lt;EN&gt;</queueName><outboundClassification></outboundClassification>
  <callvariables><CallVariable><name>callVariable1</name><value> Fish &amp; Chips </value></CallVariable>
   <CallVariable><name>user.ticket[0]</name><value></value></CallVariable></callvariables></mediaProperties>
 <mediaType>Voice</mediaType>
 <participants>
  <Participant><actions><action>ANSWER</action></actions><mediaAddress>54101</mediaAddress><mediaAddressType>AGENT_DEVICE</mediaAddressType>
   <startTime>2026-03-02T08:15:29.900Z</startTime><state>ALERTING</state><stateCause></stateCause><stateChangeTime>2026-03-02T08:15:29.900Z</stateChangeTime></Participant>
  <Participant><actions><action>DROP</action></actions><mediaAddress>+4930770011</mediaAddress><mediaAddressType></mediaAddressType>
   <startTime>2026-03-02T08:15:20.000Z</startTime><state>INITIATED</state><stateCause></stateCause><stateChangeTime>2026-03-02T08:15:29.900Z</stateChangeTime></Participant>
 </participants>
 <state>ALERTING</state><toAddress>6000</toAddress><uri>/finesse/api/Dialog/77001</uri>
</Dialog></dialogs></data><event>POST</event><requestId></requestId><source>/finesse/api/User/2101/Dialogs</source></Update>`,
    expected: [
      {
        kind: 'dialogs',
        event: 'POST',
        requestId: '',
        source: '/finesse/api/User/2101/Dialogs',
        agentId: '2101',
        dialogs: [
          {
            id: '77001',
            uri: '/finesse/api/Dialog/77001',
            associatedDialogUri: '',
            secondaryId: '',
            mediaType: 'Voice',
            fromAddress: '+4930770011',
            toAddress: '6000',
            state: 'ALERTING',
            mediaProperties: {
              mediaId: '1',
              dnis: '6000',
              callType: 'ACD_IN',
              dialedNumber: '6000',
              queueNumber: '41',
              queueName: 'Billing <EN>',
              outboundClassification: '',
              callVariables: [
                { name: 'callVariable1', value: ' Fish & Chips ' },
                { name: 'user.ticket[0]', value: '' },
              ],
            },
            participants: [
              {
                mediaAddress: '54101',
                mediaAddressType: 'AGENT_DEVICE',
                startTime: Date.UTC(2026, 2, 2, 8, 15, 29, 900),
                state: 'ALERTING',
                stateCause: '',
                stateChangeTime: Date.UTC(2026, 2, 2, 8, 15, 29, 900),
                actions: ['ANSWER'],
              },
              {
                mediaAddress: '+4930770011',
                mediaAddressType: '',
                startTime: Date.UTC(2026, 2, 2, 8, 15, 20),
                state: 'INITIATED',
                stateCause: '',
                stateChangeTime: Date.UTC(2026, 2, 2, 8, 15, 29, 900),
                actions: ['DROP'],
              },
            ],
          },
        ],
      },
    ],
  },
  {
    name: 'a change inside a call',
    node: '/finesse/api/User/2101/Dialogs',
    xml: '<Update><data><dialog><id>77001</id><state>ACTIVE</state><participants><Participant><mediaAddress>54101</mediaAddress><state>HELD</state><actions><action>RETRIEVE</action><action>DROP</action></actions></Participant></participants></dialog></data><event>PUT</event><requestId/><source>/finesse/api/Dialog/77001</source></Update>',
    expected: [
      {
        kind: 'dialog',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/Dialog/77001',
        agentId: '2101',
        dialog: {
          id: '77001',
          state: 'ACTIVE',
          participants: [{ mediaAddress: '54101', state: 'HELD', actions: ['RETRIEVE', 'DROP'] }],
        },
      },
    ],
  },
  {
    name: 'two calls that end together, on the node of one dialog',
    node: '/finesse/api/Dialog/77001',
    xml: '<Update><data><Dialogs><Dialog><id>77001</id><state>DROPPED</state><secondaryId>77000</secondaryId></Dialog><Dialog><uri>/finesse/api/Dialog/77002</uri></Dialog></Dialogs></data><event>DELETE</event><requestId/><source>/finesse/api/User/2101/Dialogs</source></Update>',
    expected: [
      {
        kind: 'dialogs',
        event: 'DELETE',
        requestId: '',
        source: '/finesse/api/User/2101/Dialogs',
        agentId: '2101',
        dialogs: [
          { id: '77001', state: 'DROPPED', secondaryId: '77000' },
          { id: '77002', uri: '/finesse/api/Dialog/77002' },
        ],
      },
    ],
  },
  {
    name: 'a nonvoice task with wrap-up items and a callback',
    node: '/finesse/api/User/2101/Dialogs/Media',
    xml: '<Update><data><dialog><id>151_152_7</id><mediaType>Web_Chat</mediaType><callbackNumber>0301</callbackNumber><state>WRAPPING_UP</state><mediaProperties><mediaId>5003</mediaId><wrapUpReason>Sold &amp; happy</wrapUpReason><wrapUpItems><wrapUpItem>Sold</wrapUpItem><wrapUpItem>Happy</wrapUpItem></wrapUpItems><callKeyCallId>212</callKeyCallId><callKeyPrefix>150</callKeyPrefix><callKeySequenceNum>1</callKeySequenceNum></mediaProperties><scheduledCallbackInfo><callbackTime>2026-03-02T18:00</callbackTime><callbackNumber>0302</callbackNumber></scheduledCallbackInfo></dialog></data><event>PUT</event><requestId/><source>/finesse/api/Dialog/151_152_7</source></Update>',
    expected: [
      {
        kind: 'dialog',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/Dialog/151_152_7',
        agentId: '2101',
        dialog: {
          id: '151_152_7',
          mediaType: 'Web_Chat',
          callbackNumber: '0301',
          state: 'WRAPPING_UP',
          mediaProperties: {
            mediaId: '5003',
            wrapUpReason: 'Sold & happy',
            wrapUpItems: ['Sold', 'Happy'],
            callKeyCallId: '212',
            callKeyPrefix: '150',
            callKeySequenceNum: '1',
          },
          scheduledCallbackInfo: { callbackTime: '2026-03-02T18:00', callbackNumber: '0302' },
        },
      },
    ],
  },
  {
    name: 'a customer who writes XML into a call variable, escaped twice or in CDATA',
    node: '/finesse/api/User/2101/Dialogs',
    xml: '<Update><data><dialog><id>77001</id><mediaProperties><callVariables><CallVariable><name>callVariable2</name><value>&amp;lt;b&amp;gt; &lt;/Update&gt;</value></CallVariable><CallVariable><value><![CDATA[</value><Update> & ]]>rest</value></CallVariable></callVariables></mediaProperties></dialog></data><event>PUT</event><source>/finesse/api/Dialog/77001</source></Update>',
    expected: [
      {
        kind: 'dialog',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/Dialog/77001',
        agentId: '2101',
        dialog: {
          id: '77001',
          mediaProperties: {
            callVariables: [
              { name: 'callVariable2', value: '&lt;b&gt; </Update>' },
              { name: '', value: '</value><Update> & rest' },
            ],
          },
        },
      },
    ],
  },
  {
    name: 'no call at all',
    node: '/finesse/api/User/2101/Dialogs',
    xml: '<Update><data><dialogs/></data><event>POST</event><source>/finesse/api/User/2101/Dialogs</source></Update>',
    expected: [
      {
        kind: 'dialogs',
        event: 'POST',
        requestId: '',
        source: '/finesse/api/User/2101/Dialogs',
        agentId: '2101',
        dialogs: [],
      },
    ],
  },
];
