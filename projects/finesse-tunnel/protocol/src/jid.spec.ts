import fc from 'fast-check';
import { agentJid, bareJid, formatJid, parseJid, resourceOf, sameBareJid } from './jid';

describe('a JID', () => {
  const addresses = [
    { jid: 'fin-a.example.test', local: '', domain: 'fin-a.example.test', resource: '' },
    { jid: '1001@fin-a.example.test', local: '1001', domain: 'fin-a.example.test', resource: '' },
    { jid: '1001@a.test/r', local: '1001', domain: 'a.test', resource: 'r' },
    { jid: 'a.test/r', local: '', domain: 'a.test', resource: 'r' },
    { jid: '1001@a.test/r@x/y', local: '1001', domain: 'a.test', resource: 'r@x/y' },
  ];
  for (const { jid, ...parts } of addresses) {
    it(`is taken apart and put together: ${jid}`, () => {
      expect(parseJid(jid)).toEqual({ ok: true, value: parts });
      expect(formatJid(parts)).toBe(jid);
    });
  }

  for (const text of ['', '@a.test', '1001@', '1001@/r', '/r', '1001@a.test/', 'a@b@c']) {
    it(`is not ${JSON.stringify(text)}`, () => {
      const jid = parseJid(text);

      expect(jid.ok ? 'accepted' : jid.diagnostic.code).toBe('bad-jid');
    });
  }

  it('is put together as it was, whatever could be taken apart', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', '.', '@', '/', 'ä') });

    fc.assert(
      fc.property(text, (text) => {
        const jid = parseJid(text);

        expect(jid.ok ? formatJid(jid.value) : text).toBe(text);
      }),
    );
  });

  it('of an agent has the id in lower case, and only that', () => {
    expect(agentJid('AB01', 'Fin-A.example.test', 'R')).toBe('ab01@Fin-A.example.test/R');
    expect(agentJid('1001', 'a.test')).toBe('1001@a.test');
  });

  it('is bare without its resource', () => {
    expect(bareJid('1001@a.test/r/s')).toBe('1001@a.test');
    expect(bareJid('1001@a.test')).toBe('1001@a.test');
    expect(resourceOf('1001@a.test/r/s')).toBe('r/s');
    expect(resourceOf('1001@a.test')).toBe('');
  });

  it('names the same account whatever the case and the resource', () => {
    expect(sameBareJid('Finesse@A.test/x', 'finesse@a.TEST')).toBeTrue();
    expect(sameBareJid('finesse@a.test', 'finesse@b.test')).toBeFalse();
  });
});
