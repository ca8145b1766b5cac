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

  describe('given a token that tells its life', () => {
    beforeEach(() => jasmine.clock().install().mockDate(new Date('2026-03-02T08:00:00Z')));
    afterEach(() => {
      jasmine.clock().uninstall();
    });

    function setup(lifeMs = 400_000) {
      const holder = new CredentialHolder();
      const asked: number[] = [];
      let isDown = false;
      const token = () => {
        asked.push(Date.now());
        return isDown
          ? Promise.reject(new Error('offline'))
          : Promise.resolve({
              token: `token-${String(asked.length)}`,
              expiresAt: Date.now() + lifeMs,
            });
      };
      holder.hold({ id: '2101', token });
      const header = async () => (await holder.authorization())?.header;
      return { holder, asked, header, setDown: (down: boolean) => (isDown = down) };
    }

    async function passed(ms: number): Promise<void> {
      jasmine.clock().tick(ms);
      for (let turn = 0; turn < 10; turn++) {
        await Promise.resolve();
      }
    }

    it('asks once for all requests until three quarters are over', async () => {
      const { header, asked } = setup();

      expect(await header()).toBe('Bearer token-1');
      await passed(299_999);
      expect(await header()).toBe('Bearer token-1');
      await passed(1);

      expect(await header()).toBe('Bearer token-2');
      expect(asked.length).toBe(2);
    });

    it('asks at every attempt all the same', async () => {
      const { holder } = setup();

      expect(await holder.secret()).toBe('token-1');
      expect(await holder.secret()).toBe('token-2');
    });

    it('renews it by itself while it is to be kept fresh, one life after the other', async () => {
      const { holder, header, asked } = setup();
      const keeping = holder.keepFresh().subscribe();
      await holder.secret();

      await passed(300_000);
      await passed(300_000);
      expect(asked.length).toBe(3);
      expect(await header()).toBe('Bearer token-3');
      keeping.unsubscribe();
      await passed(3_000_000);

      expect(asked.length).toBe(3);
    });

    it('asks a provider that failed again, and goes on with what it has', async () => {
      const { holder, header, asked, setDown } = setup();
      holder.keepFresh().subscribe();
      await holder.secret();
      setDown(true);

      await passed(300_000);
      expect(asked.length).toBe(2);
      setDown(false);
      await passed(10_000);

      expect(await header()).toBe('Bearer token-3');
    });

    it('does not ask in a loop for tokens that are outdated when they come', async () => {
      const { holder, asked } = setup(-1);
      holder.keepFresh().subscribe();

      await holder.secret();
      await passed(9_999);

      expect(asked.length).toBe(1);
    });

    it('does not keep one that comes after somebody else signed in', async () => {
      const { holder } = setup();
      const late = holder.secret();
      holder.hold({ id: '2102', password: 'fictional-secret' });
      await late;

      expect((await holder.authorization())?.scheme).toBe('Basic');
    });
  });
});
