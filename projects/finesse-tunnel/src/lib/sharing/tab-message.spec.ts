import { readTabMessage } from './tab-message';

const STATE = {
  version: 1,
  from: 'tab',
  kind: 'state',
  term: 5,
  sequence: 3,
  session: 1,
  url: 'https://fin-a.example.test:8445/tunnel/',
  xmppDomain: 'fin-a.example.test',
  pubsubDomain: 'pubsub.fin-a.example.test',
  resource: 'r',
  presence: '',
};

describe('readTabMessage', () => {
  for (const message of [
    { version: 1, from: 'tab', kind: 'hello' },
    { version: 1, from: 'tab', kind: 'ping' },
    { version: 1, from: 'tab', kind: 'bye' },
    { version: 1, from: 'tab', kind: 'subscribe', node: '/finesse/api/User/1' },
    { version: 1, from: 'tab', kind: 'unsubscribe', node: '/finesse/api/User/1' },
    { version: 1, from: 'tab', kind: 'event', term: 5, sequence: 4, body: '/n<Update/>' },
    { version: 1, from: 'tab', kind: 'presence', term: 5, sequence: 4, body: '<presence/>' },
    { version: 1, from: 'tab', kind: 'subscribed', term: 5, to: 'me', body: '/n' },
    { version: 1, from: 'tab', kind: 'pong', term: 5, sequence: 4 },
    STATE,
  ]) {
    it(`reads ${message.kind}, and no more than belongs to it`, () => {
      expect(readTabMessage({ ...message, password: 'x' })).toEqual(
        jasmine.objectContaining(message),
      );
      expect(Object.keys(readTabMessage({ ...message, password: 'x' }) ?? {}).sort()).toEqual(
        Object.keys(message).sort(),
      );
    });
  }

  for (const { given, data } of [
    { given: 'nothing', data: undefined },
    { given: 'a text', data: '7|/finesse/api/User/1' },
    { given: 'another version', data: { ...STATE, version: 2 } },
    { given: 'a nameless tab', data: { ...STATE, from: '' } },
    { given: 'an unknown kind', data: { ...STATE, kind: 'constructor' } },
    {
      given: 'a node that is no text',
      data: { version: 1, from: 't', kind: 'subscribe', node: {} },
    },
    {
      given: 'a node without end',
      data: { version: 1, from: 't', kind: 'subscribe', node: 'x'.repeat(2_001) },
    },
    { given: 'a term that is no number', data: { ...STATE, term: '5' } },
    { given: 'half a session', data: { ...STATE, session: 0.5 } },
    { given: 'a state without an address', data: { ...STATE, url: null } },
    {
      given: 'an event without a body',
      data: { version: 1, from: 't', kind: 'event', term: 1, sequence: 1 },
    },
  ]) {
    it(`does not believe ${given}`, () => {
      expect(readTabMessage(data)).toBeUndefined();
    });
  }
});
