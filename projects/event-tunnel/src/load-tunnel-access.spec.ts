import { loadTunnelAccess } from './load-tunnel-access';
import { parentOrigin } from './parent-origin';

describe('loadTunnelAccess', () => {
  function page(meta: string): Document {
    return new DOMParser().parseFromString(meta, 'text/html');
  }
  const META = '<meta name="event-tunnel-origins" content="same-host https://a.example.test">';
  const answer = (text: string, status = 200): typeof fetch => {
    return () => Promise.resolve(new Response(text, { status }));
  };

  it('asks for the list beside the page', async () => {
    const urls: string[] = [];
    const fake: typeof fetch = (url) => {
      urls.push(typeof url === 'string' ? url : 'no text');
      return Promise.resolve(new Response('{"origins":["loopback"]}'));
    };

    expect((await loadTunnelAccess(page(META), fake)).origins).toEqual(['loopback']);
    expect(urls).toEqual(['allowed-origins.json']);
  });

  for (const { given, fake } of [
    { given: 'there is none', fake: answer('Not found', 404) },
    { given: 'it is no list', fake: answer('{}') },
    { given: 'the network fails', fake: () => Promise.reject(new TypeError('no network')) },
  ]) {
    it(`takes the list of the page's own meta element when ${given}`, async () => {
      const access = await loadTunnelAccess(page(META), fake);

      expect(access.origins).toEqual(['same-host', 'https://a.example.test']);
      expect(access.allowPlainOverHttp).toBeFalse();
    });
  }

  it('admits nobody when there is no list at all', async () => {
    expect((await loadTunnelAccess(page(''), answer('', 404))).origins).toEqual([]);
  });
});

describe('parentOrigin', () => {
  it('takes the origin out of the referrer where the browser names no ancestors', () => {
    expect(parentOrigin(undefined, 'https://a.example.test/desk?x=1')).toBe(
      'https://a.example.test',
    );
    expect(parentOrigin(undefined, '')).toBeUndefined();
  });

  it('believes the ancestors before the referrer', () => {
    const list = ['https://b.example.test'];
    expect(parentOrigin(list, 'https://a.example.test/')).toBe('https://b.example.test');
  });
});
