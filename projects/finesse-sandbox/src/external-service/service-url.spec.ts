import { readServiceUrl } from './service-url';

describe('readServiceUrl', () => {
  it('takes the parts, percent-encoded ones too, and shows neither user nor password', () => {
    expect(
      readServiceUrl('xmpp://finesse:p%40ss%2Fword@127.0.0.1:5222/Finesse.Example.test'),
    ).toEqual({
      ok: true,
      url: {
        shown: 'xmpp://127.0.0.1:5222/finesse.example.test',
        service: 'xmpp://127.0.0.1:5222',
        domain: 'finesse.example.test',
        user: 'finesse',
        password: 'p@ss/word',
      },
    });
  });

  it('knows the usual ports, of IPv6 hosts too', () => {
    const services = ['xmpp://f:p@[::1]/d.test', 'xmpps://f:p@host.test/d.test'].map((text) => {
      const read = readServiceUrl(text);
      return read.ok ? read.url.service : read.reason;
    });

    expect(services).toEqual(['xmpp://[::1]:5222', 'xmpps://host.test:5223']);
  });

  it('takes the password from elsewhere where the URL has none', () => {
    const read = readServiceUrl('xmpp://finesse@host.test/d.test', 'from-elsewhere');

    expect(read.ok && read.url.password).toBe('from-elsewhere');
  });

  for (const { text, says } of [
    { text: 'banana', says: 'xmpp://user:password@host:port/domain' },
    { text: 'http://f:secret@host.test/d.test', says: 'xmpp://user:password@host:port/domain' },
    { text: 'xmpp://f:secret@host.test', says: 'domain is missing' },
    { text: 'xmpp://f:secret@host.test/no domain', says: 'domain is missing' },
    { text: 'xmpp://host.test/d.test', says: 'user and password' },
    { text: 'xmpp://f@host.test/d.test', says: 'user and password' },
    { text: 'xmpp://f:%E0%A4%A@host.test/d.test', says: 'user and password' },
  ]) {
    it(`refuses ${text} without repeating it`, () => {
      const read = readServiceUrl(text);

      expect(read.ok ? '' : read.reason).toContain(says);
      expect(JSON.stringify(read)).not.toContain('secret');
    });
  }
});
