import type { Observable } from 'rxjs';
import type { FinesseApi } from '../finesse-api';

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
];

/** A wish, and the body that must carry it. */
export interface Write {
  readonly what: string;
  readonly call: (api: FinesseApi) => Observable<{ readonly requestId: string }>;
  readonly body: string;
}

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
];

export const FAILURES = [
  {
    what: 'a refusal with its reasons',
    status: 400,
    body: '<ApiErrors><ApiError><ErrorType>Invalid State</ErrorType><ErrorData>READY</ErrorData><ErrorMessage>not &amp; never</ErrorMessage></ApiError></ApiErrors>',
    code: 'refused',
    said: ['Invalid State', 'not & never', 'READY'],
  },
  {
    what: 'a server out of service',
    status: 503,
    body: '<ApiErrors><ApiError><ErrorType>Service Unavailable</ErrorType><ErrorMessage>SERVER_OUT_OF_SERVICE</ErrorMessage><ErrorData></ErrorData></ApiError></ApiErrors>',
    code: 'out-of-service',
    said: ['Service Unavailable', 'SERVER_OUT_OF_SERVICE', ''],
  },
  { what: 'a wrong secret', status: 401, body: '', code: 'unauthorized', said: ['', '', ''] },
  {
    what: 'a page of somebody else',
    status: 404,
    body: '<html><p>404 <br> nginx</html>',
    code: 'refused',
    said: ['', '', ''],
  },
] as const;
