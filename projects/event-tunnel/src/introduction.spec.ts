import { TunnelMessageType } from 'finesse-tunnel/protocol';

import { Introduction } from './introduction';

const { Id, Password, XmppDomain, PubsubDomain, ResourceId } = TunnelMessageType;

describe('Introduction', () => {
  function tell(introduction: Introduction, type: TunnelMessageType, body = '') {
    introduction.note(type, body);
    return introduction.takeCredentials(type);
  }

  for (const order of [
    [Id, XmppDomain, Password],
    [Password, Id, XmppDomain],
    [XmppDomain, Password, Id],
  ]) {
    it(`hands out credentials with the last of ${order.join(', ')}, not before`, () => {
      const introduction = new Introduction();

      const taken = order.map((type) => tell(introduction, type, 'A1') !== undefined);

      expect(taken).toEqual([false, false, true]);
    });
  }

  it('lower-cases the id, and nothing else', () => {
    const introduction = new Introduction();
    tell(introduction, Id, 'AbC');
    tell(introduction, XmppDomain, 'Fin.Example.Test');

    expect(tell(introduction, Password, 'PaSs')).toEqual({
      user: 'abc',
      password: 'PaSs',
      domain: 'Fin.Example.Test',
    });
  });

  it('takes empty strings for given', () => {
    const introduction = new Introduction();
    tell(introduction, Id);
    tell(introduction, XmppDomain);

    expect(tell(introduction, Password)).toEqual({ user: '', password: '', domain: '' });
  });

  // Every type but those six connects once the credentials are there, as in Cisco's page.
  for (const type of Object.values(TunnelMessageType)) {
    const isSilent = [6, 7, 8, 10, 11, 14].includes(type);
    it(`${isSilent ? 'does not connect' : 'connects'} on type ${type} when everything is known`, () => {
      const introduction = new Introduction();
      introduction.note(Id, 'a');
      introduction.note(XmppDomain, 'b');
      introduction.note(Password, 'c');

      expect(tell(introduction, type, 'd') !== undefined).toBe(!isSilent);
    });
  }

  it('forgets the password as soon as it was handed out, and connects again by a new one alone', () => {
    const introduction = new Introduction();
    tell(introduction, Id, 'a');
    tell(introduction, XmppDomain, 'b');
    tell(introduction, Password, 'first');

    const without = tell(introduction, ResourceId, 'desk');
    const again = tell(introduction, Password, 'second');

    expect(without).toBeUndefined();
    expect(again?.password).toBe('second');
  });

  it('has a resource of its own until one is told', () => {
    const introduction = new Introduction();
    const own = introduction.resource;
    tell(introduction, ResourceId, '');
    const afterEmpty = introduction.resource;
    tell(introduction, ResourceId, 'desk');

    expect(own).toMatch(/^tunnel-\d{1,10}$/);
    expect(afterEmpty).toBe(own);
    expect(introduction.resource).toBe('desk');
  });

  it('notes ping timing and keeps the former where the text is no good', () => {
    const introduction = new Introduction();
    tell(introduction, TunnelMessageType.DisconnectProperties, '{"xmppRequestTimeout":"5"}');
    tell(introduction, TunnelMessageType.DisconnectProperties, '{oops');

    expect(introduction.pingProperties.xmppRequestTimeout).toBe(5);
  });

  it('uses WebSocket until told otherwise', () => {
    const introduction = new Introduction();
    const before = introduction.connectionType;
    tell(introduction, TunnelMessageType.ConnectionType, 'BOSH');

    expect(before).toBe('websocket');
    expect(introduction.connectionType).toBe('bosh');
  });

  it('remembers what a connect request told, but for the password', () => {
    const introduction = new Introduction();
    const request = { id: 'AB', password: 'p', xmppDomain: 'd', connectionType: 'bosh' } as const;

    const credentials = introduction.noteRequest(request);

    expect(credentials).toEqual({ user: 'ab', password: 'p', domain: 'd' });
    expect(introduction.connectionType).toBe('bosh');
    expect(tell(introduction, PubsubDomain, 'x')).toBeUndefined();
    expect(tell(introduction, Password, 'q')?.password).toBe('q');
  });
});
