import type { NotificationCase } from './notification-case';

export const SERVER_CASES: readonly NotificationCase[] = [
  {
    name: 'a server out of service',
    node: '/finesse/api/SystemInfo',
    xml: `<Update><data><systemInfo><status>OUT_OF_SERVICE</status><statusReason></statusReason><xmppDomain>fin-a.example.test</xmppDomain>
 <xmppPubSubDomain>pubsub.fin-a.example.test</xmppPubSubDomain><primaryNode><host>fin-a.example.test</host></primaryNode>
 <secondaryNode><host>fin-b.example.test</host></secondaryNode><uri>/finesse/api/SystemInfo</uri></systemInfo></data>
 <event>PUT</event><requestId></requestId><source>/finesse/api/SystemInfo</source></Update>`,
    expected: [
      {
        kind: 'system-info',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/SystemInfo',
        systemInfo: {
          status: 'OUT_OF_SERVICE',
          statusReason: '',
          xmppDomain: 'fin-a.example.test',
          xmppPubSubDomain: 'pubsub.fin-a.example.test',
          primaryNode: { host: 'fin-a.example.test' },
          secondaryNode: { host: 'fin-b.example.test' },
          uri: '/finesse/api/SystemInfo',
        },
      },
    ],
  },
  {
    name: 'a single server of the newest release, with all it tells',
    node: '/finesse/api/SystemInfo',
    xml: '<Update><data><SystemInfo><status>IN_SERVICE</status><primaryNode><host>fin-a.example.test</host><httpsPort>8445</httpsPort><xmppPort>5222</xmppPort><xmppSecurePort>5223</xmppSecurePort></primaryNode><secondaryNode/><deploymentType>UCCX</deploymentType><systemAuthMode>NON_SSO</systemAuthMode><currentTimestamp>2026-03-02T08:15:30.250Z</currentTimestamp><timezoneOffset>330</timezoneOffset><lastCTIHeartbeatStatus>success</lastCTIHeartbeatStatus><lastSuccessCTIHeartbeatTime>1772439330250</lastSuccessCTIHeartbeatTime><ctiVersion>24</ctiVersion><ctiHeartbeatInterval>5</ctiHeartbeatInterval><license>PREMIUM</license><peripheralId>5000</peripheralId><ctiMMode>IN_PROGRESS</ctiMMode><ctiTimeInMMode>12</ctiTimeInMMode><finesseMMode></finesseMMode><finesseTimeInMMode>-1</finesseTimeInMMode><ctiServers><ctiServer><host>cti-a.example.test</host><connectedDuration>77</connectedDuration><active>true</active></ctiServer></ctiServers></SystemInfo></data><event>PUT</event><source>/finesse/api/SystemInfo</source></Update>',
    expected: [
      {
        kind: 'system-info',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/SystemInfo',
        systemInfo: {
          status: 'IN_SERVICE',
          primaryNode: {
            host: 'fin-a.example.test',
            httpsPort: 8445,
            xmppPort: 5222,
            xmppSecurePort: 5223,
          },
          deploymentType: 'UCCX',
          systemAuthMode: 'NON_SSO',
          currentTimestamp: Date.UTC(2026, 2, 2, 8, 15, 30, 250),
          timezoneOffsetMinutes: 330,
          lastCtiHeartbeatStatus: 'success',
          lastSuccessCtiHeartbeatTime: Date.UTC(2026, 2, 2, 8, 15, 30, 250),
          ctiVersion: '24',
          ctiHeartbeatIntervalSeconds: 5,
          license: 'PREMIUM',
          peripheralId: '5000',
          ctiMaintenanceMode: 'IN_PROGRESS',
          ctiTimeInMaintenanceMode: 12,
          finesseMaintenanceMode: '',
          finesseTimeInMaintenanceMode: -1,
          ctiServers: [{ host: 'cti-a.example.test', connectedDuration: '77', active: true }],
        },
      },
    ],
  },
  {
    name: 'an agent in a media routing domain',
    node: '/finesse/api/User/2101/Media',
    xml: `<Update><event>put</event><source>/finesse/api/User/2101/Media/5003</source><requestId></requestId><data><Media><uri>/finesse/api/User/2101/Media/5003</uri>
 <id>5003</id><name>Web_Chat</name><description>Chat &amp; Messaging</description><state>READY</state><stateChangeTime>2026-03-02T08:20:00.000Z</stateChangeTime>
 <routable>true</routable><interruptible>FALSE</interruptible><interruptAction>ACCEPT</interruptAction><maxDialogLimit>4</maxDialogLimit>
 <dialogLogoutAction>CLOSE</dialogLogoutAction><reasonCodeId></reasonCodeId><reasonCode/><channel>chat</channel><mediaClass>Chat</mediaClass><finesseAssociated>true</finesseAssociated></Media></data></Update>`,
    expected: [
      {
        kind: 'media',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/User/2101/Media/5003',
        media: {
          id: '5003',
          uri: '/finesse/api/User/2101/Media/5003',
          agentId: '2101',
          name: 'Web_Chat',
          description: 'Chat & Messaging',
          state: 'READY',
          stateChangeTime: Date.UTC(2026, 2, 2, 8, 20),
          reasonCode: null,
          routable: true,
          interruptible: false,
          interruptAction: 'ACCEPT',
          maxDialogLimit: 4,
          dialogLogoutAction: 'CLOSE',
          channel: 'chat',
          mediaClass: 'Chat',
          finesseAssociated: true,
        },
      },
    ],
  },
  {
    name: 'flags and numbers that are none',
    node: '/finesse/api/User/2101/Media',
    xml: '<Update><data><Media><id>5003</id><routable>maybe</routable><interruptible/><maxDialogLimit>4 or so</maxDialogLimit><stateChangeTime>2026-03-02T08:20:00</stateChangeTime></Media></data><event>PUT</event><source>/finesse/api/User/2101/Media/5003</source></Update>',
    expected: [
      {
        kind: 'media',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/User/2101/Media/5003',
        media: {
          id: '5003',
          agentId: '2101',
          extra: {
            routable: 'maybe',
            maxDialogLimit: '4 or so',
            stateChangeTime: '2026-03-02T08:20:00',
          },
        },
      },
    ],
    diagnostics: ['unreadable-value', 'unreadable-value', 'unreadable-value'],
  },
  {
    name: 'a request that failed after it was accepted',
    node: '/finesse/api/User/2101',
    xml: `<Update><data><apiErrors><apiError><peripheralErrorCode>10125</peripheralErrorCode><errorType>Invalid Device</errorType>
 <errorMessage>CF_INVALID_LOGON_DEVICE_SPECIFIED</errorMessage><errorData>260</errorData></apiError></apiErrors></data>
 <requestId>c0ffee02-login</requestId><source>/finesse/api/User/2101</source><event>put</event></Update>`,
    expected: [
      {
        kind: 'api-errors',
        event: 'PUT',
        requestId: 'c0ffee02-login',
        source: '/finesse/api/User/2101',
        errors: [
          {
            errorType: 'Invalid Device',
            errorMessage: 'CF_INVALID_LOGON_DEVICE_SPECIFIED',
            errorData: '260',
            peripheralErrorCode: '10125',
          },
        ],
      },
    ],
  },
  {
    name: 'errors spelled as in HTTP answers, two of them, and none',
    node: '/finesse/api/User/2101/Media',
    xml: '<Update><data><ApiErrors><ApiError><ErrorData></ErrorData><ErrorType>Agent already logged into MRD</ErrorType><ErrorMessage>E_ARM_STAT_AGENT_ALREADY_LOGGED_IN</ErrorMessage><ErrorMedia>5003</ErrorMedia></ApiError><ApiError><ErrorType>13145</ErrorType><peripheralErrorMsg>No &lt;monitor&gt;</peripheralErrorMsg><peripheralErrorText/></ApiError></ApiErrors></data><event>PUT</event></Update><Update><data><apiErrors/></data><event>put</event></Update>',
    expected: [
      {
        kind: 'api-errors',
        event: 'PUT',
        requestId: '',
        source: '',
        errors: [
          {
            errorData: '',
            errorType: 'Agent already logged into MRD',
            errorMessage: 'E_ARM_STAT_AGENT_ALREADY_LOGGED_IN',
            errorMedia: '5003',
          },
          { errorType: '13145', peripheralErrorMsg: 'No <monitor>', peripheralErrorText: '' },
        ],
      },
      { kind: 'api-errors', event: 'PUT', requestId: '', source: '', errors: [] },
    ],
  },
  {
    name: 'a message to two teams',
    node: '/finesse/api/Team/31/TeamMessage',
    xml: '<Update><data><TeamMessage><uri>/finesse/api/TeamMessage/5</uri><createdBy><id>1000001</id><firstName>Ronja</firstName><lastName>Räubertochter</lastName></createdBy><createdAt>1772439330250</createdAt><duration>60</duration><content>Cake at &quot;three&quot;</content><teams><team>31</team><team>32</team></teams></TeamMessage></data><event>POST</event><source>/finesse/api/TeamMessage/5</source></Update>',
    expected: [
      {
        kind: 'team-message',
        event: 'POST',
        requestId: '',
        source: '/finesse/api/TeamMessage/5',
        teamMessage: {
          id: '5',
          uri: '/finesse/api/TeamMessage/5',
          createdBy: { id: '1000001', firstName: 'Ronja', lastName: 'Räubertochter' },
          createdAt: '1772439330250',
          duration: '60',
          content: 'Cake at "three"',
          teamIds: ['31', '32'],
        },
      },
    ],
  },
  {
    name: 'the devices of an agent',
    node: '/finesse/api/User/2101/Devices',
    xml: '<Update><data><Devices><Device><deviceId>SEP00AA</deviceId><deviceType>683</deviceType><deviceTypeName>Desk phone</deviceTypeName></Device></Devices></data><event>PUT</event><source>/finesse/api/User/2101/Devices</source></Update>',
    expected: [
      {
        kind: 'devices',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/User/2101/Devices',
        devices: [{ deviceId: 'SEP00AA', deviceType: '683', deviceTypeName: 'Desk phone' }],
      },
    ],
  },
];
