import type { NotificationCase } from './notification-case';

const ENVELOPE = { event: 'PUT', requestId: '', source: '/finesse/api/Queue/41' } as const;

export const QUEUE_CASES: readonly NotificationCase[] = [
  {
    name: 'statistics of a queue that tells its id in the URI only',
    node: '/finesse/api/Queue/41',
    xml: `<Update><data><Queue><uri>/finesse/api/Queue/41</uri><name>Billing</name><statistics><callsInQueue>7</callsInQueue>
 <startTimeOfLongestCallInQueue>2026-03-02T08:11:05Z</startTimeOfLongestCallInQueue><agentsReady>0</agentsReady><agentsNotReady>3</agentsNotReady>
 <agentsBusyOther>1</agentsBusyOther><agentsLoggedOn>9</agentsLoggedOn><agentsTalkingInbound>4</agentsTalkingInbound>
 <agentsTalkingOutbound>0</agentsTalkingOutbound><agentsTalkingInternal>0</agentsTalkingInternal><agentsWrapUpNotReady>1</agentsWrapUpNotReady>
 <agentsWrapUpReady>0</agentsWrapUpReady></statistics></Queue></data><event>PUT</event><requestId></requestId><source>/finesse/api/Queue/41</source></Update>`,
    expected: [
      {
        ...ENVELOPE,
        kind: 'queue',
        queue: {
          id: '41',
          uri: '/finesse/api/Queue/41',
          name: 'Billing',
          statistics: {
            callsInQueue: 7,
            startTimeOfLongestCallInQueue: Date.UTC(2026, 2, 2, 8, 11, 5),
            agentsReady: 0,
            agentsNotReady: 3,
            agentsBusyOther: 1,
            agentsLoggedOn: 9,
            agentsTalkingInbound: 4,
            agentsTalkingOutbound: 0,
            agentsTalkingInternal: 0,
            agentsWrapUpNotReady: 1,
            agentsWrapUpReady: 0,
          },
        },
      },
    ],
  },
  {
    name: 'a queue assigned to nobody',
    node: '/finesse/api/Queue/41',
    xml: '<Update><data><Queue><id>41</id><statistics><callsInQueue>-1</callsInQueue><startTimeOfLongestCallInQueue>-1</startTimeOfLongestCallInQueue><agentsReady>-1</agentsReady></statistics></Queue></data><event>PUT</event><source>/finesse/api/Queue/41</source></Update>',
    expected: [
      {
        ...ENVELOPE,
        kind: 'queue',
        queue: { id: '41', statistics: { callsInQueue: -1, agentsReady: -1 } },
      },
    ],
  },
  {
    name: 'a deleted queue, told by its URI',
    node: '/finesse/api/Queue/41',
    xml: '<Update><data><queue><uri>/finesse/api/Queue/41</uri></queue></data><event>delete</event><source>/finesse/api/Queue/41</source></Update>',
    expected: [
      {
        ...ENVELOPE,
        kind: 'queue',
        event: 'DELETE',
        queue: { id: '41', uri: '/finesse/api/Queue/41' },
      },
    ],
  },
  {
    name: 'queues given to an agent',
    node: '/finesse/api/User/2101/Queues',
    xml: '<Update><data><Queues><Queue><id>41</id><name>Billing</name></Queue><Queue><id>42</id><name>Rückfragen</name></Queue></Queues></data><event>POST</event><requestId/><source>/finesse/api/User/2101/Queues</source></Update>',
    expected: [
      {
        kind: 'queues',
        event: 'POST',
        requestId: '',
        source: '/finesse/api/User/2101/Queues',
        agentId: '2101',
        queues: [
          { id: '41', name: 'Billing' },
          { id: '42', name: 'Rückfragen' },
        ],
      },
    ],
  },
  {
    name: 'one queue taken from an agent, another one nobody can name',
    node: '/finesse/api/User/2101/Queues',
    xml: '<Update><data><queues><queue><id>41</id></queue><queue><name>Nameless</name></queue></queues></data><event>DELETE</event><source>/finesse/api/User/2101/Queues</source></Update>',
    expected: [
      {
        kind: 'queues',
        event: 'DELETE',
        requestId: '',
        source: '/finesse/api/User/2101/Queues',
        agentId: '2101',
        queues: [{ id: '41' }],
      },
    ],
    diagnostics: ['missing-id'],
  },
];
