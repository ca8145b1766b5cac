import type { NotificationCase } from './notification-case';

export const TEAM_CASES: readonly NotificationCase[] = [
  {
    name: 'an agent of a team, in a summary',
    node: '/finesse/api/Team/31/Users',
    xml: `<Update><data><user><uri>/finesse/api/User/2102</uri><loginId>2102</loginId><firstName>Pippi</firstName>
 <lastName>Langstrumpf</lastName><dialogs>/finesse/api/User/2102/Dialogs</dialogs><extension>54102</extension>
 <pendingState></pendingState><state>NOT_READY</state><stateChangeTime>2026-03-02T08:16:02.004Z</stateChangeTime>
 <reasonCode><category>NOT_READY</category><code>204</code><forAll>true</forAll><id>34</id><label>Lunch</label>
 <uri>/finesse/api/ReasonCode/34</uri></reasonCode></user></data>
 <event>PUT</event><requestId></requestId><source>/finesse/api/User/2102</source></Update>`,
    expected: [
      {
        kind: 'team-users',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/User/2102',
        teamId: '31',
        snapshot: false,
        agents: [
          {
            id: '2102',
            uri: '/finesse/api/User/2102',
            firstName: 'Pippi',
            lastName: 'Langstrumpf',
            dialogsUri: '/finesse/api/User/2102/Dialogs',
            extension: '54102',
            pendingState: '',
            state: 'NOT_READY',
            stateChangeTime: Date.UTC(2026, 2, 2, 8, 16, 2, 4),
            reasonCode: {
              id: '34',
              uri: '/finesse/api/ReasonCode/34',
              category: 'NOT_READY',
              code: 204,
              label: 'Lunch',
              forAll: true,
            },
          },
        ],
      },
    ],
  },
  {
    name: 'a whole team with one agent',
    node: '/finesse/api/Team/31/Users',
    xml: `<Update><event>put</event><source>/finesse/api/Team/31</source><requestId></requestId><data><team>
 <uri>/finesse/api/Team/31/</uri><id>31</id><name>Harbour Desk</name><users><User><uri>/finesse/api/User/2102/</uri>
 <loginId>2102</loginId><state>READY</state></User></users></team></data></Update>`,
    expected: [
      {
        kind: 'team-users',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/Team/31',
        teamId: '31',
        snapshot: true,
        agents: [{ id: '2102', uri: '/finesse/api/User/2102', state: 'READY' }],
        team: {
          id: '31',
          uri: '/finesse/api/Team/31',
          name: 'Harbour Desk',
          agents: [{ id: '2102', uri: '/finesse/api/User/2102', state: 'READY' }],
        },
      },
    ],
  },
  {
    name: 'a team without agents',
    node: '/finesse/api/Team/31/Users',
    xml: '<Update><data><Team><id>31</id><users/></Team></data><event>PUT</event><source>/finesse/api/Team/31</source></Update>',
    expected: [
      {
        kind: 'team-users',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/Team/31',
        teamId: '31',
        snapshot: true,
        agents: [],
        team: { id: '31', agents: [] },
      },
    ],
  },
  {
    name: 'a team of which only the name is told',
    node: '/finesse/api/Team/31/Users',
    xml: '<Update><data><team><id>31</id><name>Night Desk</name></team></data><event>PUT</event><source>/finesse/api/Team/31</source></Update>',
    expected: [
      {
        kind: 'team-users',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/Team/31',
        teamId: '31',
        snapshot: false,
        agents: [],
        team: { id: '31', name: 'Night Desk' },
      },
    ],
  },
  {
    name: 'a deleted team, whose list is no news of its agents',
    node: '/finesse/api/Team/31/Users',
    xml: '<Update><data><team><id>31</id><users/></team></data><event>DELETE</event><source>/finesse/api/Team/31</source></Update>',
    expected: [
      {
        kind: 'team-users',
        event: 'DELETE',
        requestId: '',
        source: '/finesse/api/Team/31',
        teamId: '31',
        snapshot: false,
        agents: [],
        team: { id: '31', agents: [] },
      },
    ],
  },
  {
    name: 'several agents without their team',
    node: '/finesse/api/Team/31/Users',
    xml: '<Update><data><users><User><loginId>2102</loginId></User><User><loginId>2103</loginId></User></users></data><event>PUT</event><source>/finesse/api/Team/31/Users</source></Update>',
    expected: [
      {
        kind: 'team-users',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/Team/31/Users',
        teamId: '31',
        snapshot: false,
        agents: [{ id: '2102' }, { id: '2103' }],
      },
    ],
  },
];
