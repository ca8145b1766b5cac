import fc from 'fast-check';
import { anyText } from './cases/any-text';
import {
  dialogNode,
  formatNode,
  type NodeName,
  parseNode,
  queueNode,
  systemInfoNode,
  teamUsersNode,
  userDialogsNode,
  userMediaDialogsNode,
  userMediaNode,
  userNode,
  userQueuesNode,
} from './node-names';

describe('a node', () => {
  const nodes: readonly { built: string; node: string; name: NodeName }[] = [
    { built: userNode('1001'), node: '/finesse/api/User/1001', name: { kind: 'user', id: '1001' } },
    {
      built: userDialogsNode('1001'),
      node: '/finesse/api/User/1001/Dialogs',
      name: { kind: 'user-dialogs', id: '1001' },
    },
    {
      built: userMediaDialogsNode('1001'),
      node: '/finesse/api/User/1001/Dialogs/Media',
      name: { kind: 'user-media-dialogs', id: '1001' },
    },
    {
      built: userMediaNode('1001'),
      node: '/finesse/api/User/1001/Media',
      name: { kind: 'user-media', id: '1001' },
    },
    {
      built: userMediaNode('1001', '5003'),
      node: '/finesse/api/User/1001/Media/5003',
      name: { kind: 'user-media', id: '1001', mediaId: '5003' },
    },
    {
      built: userQueuesNode('1001'),
      node: '/finesse/api/User/1001/Queues',
      name: { kind: 'user-queues', id: '1001' },
    },
    {
      built: teamUsersNode('31'),
      node: '/finesse/api/Team/31/Users',
      name: { kind: 'team-users', id: '31' },
    },
    { built: queueNode('41'), node: '/finesse/api/Queue/41', name: { kind: 'queue', id: '41' } },
    { built: dialogNode('7'), node: '/finesse/api/Dialog/7', name: { kind: 'dialog', id: '7' } },
    { built: systemInfoNode(), node: '/finesse/api/SystemInfo', name: { kind: 'system-info' } },
  ];
  for (const { built, node, name } of nodes) {
    it(`is built, read and written: ${node}`, () => {
      expect(built).toBe(node);
      expect(parseNode(node)).toEqual({ ok: true, value: name });
      expect(parseNode(`${node}/`)).toEqual({ ok: true, value: name });
      expect(formatNode(name)).toBe(node);
    });
  }

  const strangers = [
    '',
    '/',
    '/finesse/api',
    '/finesse/api/',
    '/finesse/api/User',
    '/finesse/api/User/',
    '/finesse/api/User//Dialogs',
    '/finesse/api/user/1001',
    '/finesse/api/User/1001/Friends',
    '/finesse/api/User/1/Media/2/3',
    '/finesse/api/Team/31',
    '/finesse/api/SystemInfo/x',
    'finesse/api/SystemInfo',
    'x/finesse/api/SystemInfo',
  ];
  for (const node of strangers) {
    it(`is not ${JSON.stringify(node)}`, () => {
      const name = parseNode(node);

      expect(name.ok ? 'accepted' : name.diagnostic.code).toBe('bad-node');
    });
  }

  it('reads as it was written, for any id without a slash', () => {
    const id = anyText.filter((text) => text !== '' && !text.includes('/'));
    const name = fc.oneof<fc.Arbitrary<NodeName>[]>(
      fc.record(
        {
          kind: fc.constantFrom(
            'user',
            'user-dialogs',
            'user-media-dialogs',
            'user-media',
            'user-queues',
            'team-users',
            'queue',
            'dialog',
          ),
          id,
        },
        { noNullPrototype: true },
      ),
      fc.record({ kind: fc.constant('user-media'), id, mediaId: id }, { noNullPrototype: true }),
    );

    fc.assert(
      fc.property(name, (name) => {
        expect(parseNode(formatNode(name))).toEqual({ ok: true, value: name });
      }),
    );
  });
});
