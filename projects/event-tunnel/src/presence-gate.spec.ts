import { opensPresenceGate } from './presence-gate';

describe('opensPresenceGate', () => {
  const own = '1001001@fin.example.test/desk';

  for (const from of [
    own,
    '1001001@FIN.example.test/desk',
    'finesse@fin.example.test/pub',
    'finesse@fin.example.test',
    'a.cuic.b@fin.example.test',
    'ccx.9@fin.example.test',
  ]) {
    it(`opens for ${from}`, () => {
      expect(opensPresenceGate(from, own)).toBeTrue();
    });
  }

  it('opens for its own presence however the server wrote the JID it bound', () => {
    expect(opensPresenceGate(own, '1001001@Fin.Example.test/desk')).toBeTrue();
  });

  for (const from of [
    '1001001@fin.example.test/other',
    '1001001@fin.example.test',
    '1001002@fin.example.test/desk',
    'finesse2@fin.example.test',
    'myfinesse@fin.example.test',
    'finesse.example.test',
    '1001002@cuic.example.test/ccx.1',
    'fin.example.test/finesse@x',
    '1001002@fin.example.test/a.cuic.b@x',
  ]) {
    it(`stays shut for ${from}`, () => {
      expect(opensPresenceGate(from, own)).toBeFalse();
    });
  }
});
