import { CredentialHolder } from './credential-holder';

describe('CredentialHolder', () => {
  it('has nothing before anybody signs in and after everything is forgotten', async () => {
    const holder = new CredentialHolder();
    expect(await holder.secret()).toBeUndefined();
    expect(await holder.authorization()).toBeUndefined();

    holder.hold({ id: '2101', password: 'fictional-secret' });
    holder.forget();

    expect(await holder.secret()).toBeUndefined();
    expect(await holder.authorization()).toBeUndefined();
  });

  it('gives a password as it is, and as Basic in UTF-8 to REST', async () => {
    const holder = new CredentialHolder();

    holder.hold({ id: '2101', password: 'pässwörd' });

    expect(await holder.secret()).toBe('pässwörd');
    const authorization = await holder.authorization();
    expect(authorization?.scheme).toBe('Basic');
    const bytes = Uint8Array.from(atob(authorization?.header.slice(6) ?? ''), (c) =>
      c.charCodeAt(0),
    );
    expect(new TextDecoder().decode(bytes)).toBe('2101:pässwörd');
  });

  it('asks for a token each time', async () => {
    const holder = new CredentialHolder();
    let count = 0;

    holder.hold({ id: '2101', token: () => Promise.resolve(`token-${++count}`) });

    expect(await holder.secret()).toBe('token-1');
    expect((await holder.authorization())?.header).toBe('Bearer token-2');
  });

  it('passes on that a token provider failed', async () => {
    const holder = new CredentialHolder();

    holder.hold({ id: '2101', token: () => Promise.reject(new Error('offline')) });

    await expectAsync(holder.secret()).toBeRejected();
  });

  it('shows the secret to nobody who walks over it', () => {
    const holder = new CredentialHolder();

    holder.hold({ id: '2101', password: 'fictional-secret' });

    expect(JSON.stringify(holder)).not.toContain('fictional');
    expect(Reflect.ownKeys(holder)).toEqual([]);
  });
});
