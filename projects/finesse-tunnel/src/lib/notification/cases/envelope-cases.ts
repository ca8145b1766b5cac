import type { NotificationCase } from './notification-case';

const READY = '<user><loginId>2101</loginId><state>READY</state></user>';
const UPDATE = `<Update><data>${READY}</data><event>PUT</event></Update>`;
const EXPECTED = {
  kind: 'user',
  event: 'PUT',
  requestId: '',
  source: '',
  agent: { id: '2101', state: 'READY' },
} as const;
const node = '/finesse/api/User/2101';

export const ENVELOPE_CASES: readonly NotificationCase[] = [
  { name: 'two documents in one body', node, xml: UPDATE + UPDATE, expected: [EXPECTED, EXPECTED] },
  {
    name: 'three documents with white space, a comment and a declaration around them',
    node,
    xml: `\n ${UPDATE}\n<!-- <Update> -->\n${UPDATE}\n\n${UPDATE}\n`,
    expected: [EXPECTED, EXPECTED, EXPECTED],
  },
  {
    name: 'an XML declaration before the document',
    node,
    xml: `<?xml version="1.0" encoding="UTF-8"?>${UPDATE}`,
    expected: [EXPECTED],
  },
  {
    name: 'a namespace and prefixes',
    node,
    xml: `<f:Update xmlns:f="urn:example:finesse"><f:data><f:user><f:loginId>2101</f:loginId><f:state>READY</f:state></f:user></f:data><f:event>PUT</f:event></f:Update>`,
    expected: [EXPECTED],
  },
  {
    name: 'a broken document before a sound one',
    node,
    xml: `<Update><data><user></data></Update>${UPDATE}`,
    expected: [EXPECTED],
    diagnostics: ['malformed-xml'],
  },
  {
    name: 'a broken document behind a sound one, cut off',
    node,
    xml: `${UPDATE}<Update><data><user><loginId>21`,
    expected: [EXPECTED],
    diagnostics: ['malformed-xml'],
  },
  {
    name: 'sound documents hidden behind unclosed tags',
    node,
    xml: `${UPDATE}<Update><data><user><state>${UPDATE}<Update><data>${UPDATE}`,
    expected: [EXPECTED, EXPECTED, EXPECTED],
    diagnostics: ['malformed-xml', 'malformed-xml'],
  },
  {
    name: 'a broken document whose CDATA looks like a sound one',
    node,
    xml: `<Update><data><dialog><id>1</id><x><![CDATA[${UPDATE}]]></data></Update>`,
    expected: [],
    diagnostics: ['malformed-xml'],
  },
  {
    name: 'nothing at all',
    node,
    xml: '',
    expected: [],
    diagnostics: ['event-without-payload'],
  },
  {
    name: 'text without any element',
    node,
    xml: 'null',
    expected: [],
    diagnostics: ['malformed-xml'],
  },
  {
    name: 'an event in mixed case with blanks around it',
    node,
    xml: `<update><Event> Put </Event><Data>${READY}</Data><RequestId> 7 </RequestId></update>`,
    expected: [{ ...EXPECTED, requestId: '7' }],
  },
  {
    name: 'an event nobody knows',
    node,
    xml: `<Update><data>${READY}</data><event>PATCH</event></Update>`,
    expected: [{ ...EXPECTED, event: 'UNKNOWN' }],
    diagnostics: ['unknown-event'],
  },
  {
    name: 'two resources in one document',
    node,
    xml: `<Update><data>${READY}<weather><sun>1</sun></weather></data><event>PUT</event></Update>`,
    expected: [
      EXPECTED,
      { kind: 'unknown', event: 'PUT', requestId: '', source: '', resource: 'weather' },
    ],
    diagnostics: ['unknown-resource'],
  },
  {
    name: 'a resource whose name is a member of every object',
    node,
    xml: '<Update><data><constructor><loginId>1</loginId></constructor></data><event>PUT</event></Update>',
    expected: [
      { kind: 'unknown', event: 'PUT', requestId: '', source: '', resource: 'constructor' },
    ],
    diagnostics: ['unknown-resource'],
  },
  {
    name: 'a resource that is never published',
    node,
    xml: '<Update><data><ReasonCodes/></data><event>PUT</event></Update>',
    expected: [
      { kind: 'unknown', event: 'PUT', requestId: '', source: '', resource: 'ReasonCodes' },
    ],
    diagnostics: ['unknown-resource'],
  },
  {
    name: 'a document that is no notification',
    node,
    xml: '<user><loginId>2101</loginId></user>',
    expected: [{ kind: 'unknown', event: 'UNKNOWN', requestId: '', source: '', resource: 'user' }],
    diagnostics: ['not-a-notification'],
  },
  {
    name: 'no data although nothing was deleted',
    node,
    xml: '<Update><event>PUT</event><source>/finesse/api/User/2101</source></Update>',
    expected: [
      {
        kind: 'unknown',
        event: 'PUT',
        requestId: '',
        source: '/finesse/api/User/2101',
        resource: 'Update',
      },
    ],
    diagnostics: ['event-without-payload'],
  },
  {
    name: 'a deleted collection without data',
    node,
    xml: '<Update><event>DELETE</event><source>/finesse/api/User/2101/Dialogs</source></Update>',
    expected: [
      {
        kind: 'unknown',
        event: 'DELETE',
        requestId: '',
        source: '/finesse/api/User/2101/Dialogs',
        resource: 'Update',
      },
    ],
    diagnostics: ['event-without-payload'],
  },
  {
    name: 'a deleted dialog and a deleted queue without data',
    node,
    xml: '<Update><event>DELETE</event><source>/finesse/api/Dialog/7</source></Update><Update><event>DELETE</event><source>/finesse/api/Queue/41/</source></Update>',
    expected: [
      {
        kind: 'dialog',
        event: 'DELETE',
        requestId: '',
        source: '/finesse/api/Dialog/7',
        agentId: '2101',
        dialog: { id: '7', uri: '/finesse/api/Dialog/7' },
      },
      {
        kind: 'queue',
        event: 'DELETE',
        requestId: '',
        source: '/finesse/api/Queue/41',
        queue: { id: '41', uri: '/finesse/api/Queue/41' },
      },
    ],
  },
  {
    name: 'a payload on the node of something else',
    node: '/finesse/api/SystemInfo',
    xml: UPDATE,
    expected: [EXPECTED],
  },
];
