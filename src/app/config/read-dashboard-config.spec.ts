import { loadDashboardConfig } from './load-dashboard-config';
import { readDashboardConfig } from './read-dashboard-config';

const HOST = {
  tunnelUrl: 'https://fin-a.example.test:8445/tunnel/',
  restUrl: 'https://fin-a.example.test:8445/finesse/api',
};

function problemFields(content: unknown): readonly string[] {
  const reading = readDashboardConfig(content);
  return reading.ok ? [] : reading.problems.map(({ field }) => field);
}

describe('readDashboardConfig', () => {
  it('reads hosts and connection type', () => {
    expect(readDashboardConfig({ hosts: [HOST, HOST], connectionType: 'bosh' })).toEqual({
      ok: true,
      config: {
        hosts: [HOST, HOST],
        connectionType: 'bosh',
        language: 'en',
        languages: [],
        sharedTunnel: false,
      },
    });
  });

  it('takes WebSocket when no connection type is given', () => {
    const reading = readDashboardConfig({ hosts: [HOST] });

    expect(reading.ok && reading.config.connectionType).toBe('websocket');
  });

  it('shares a connection over tabs only where that is wished', () => {
    const reading = readDashboardConfig({ hosts: [HOST], sharedTunnel: true });

    expect(reading.ok && reading.config.sharedTunnel).toBeTrue();
  });

  it('reads the language to start in, and those that come by file', () => {
    const languages = [{ tag: 'pt-BR', name: 'Português' }];
    const reading = readDashboardConfig({ hosts: [HOST], language: 'de', languages });

    expect(reading.ok && [reading.config.language, reading.config.languages]).toEqual([
      'de',
      languages,
    ]);
  });

  for (const { given, content, fields } of [
    {
      given: 'a wall session without an address',
      content: { hosts: [HOST], wallSession: { tokenUrl: 'javascript:alert(1)', password: 'x' } },
      fields: ['wallSession.password', 'wallSession.tokenUrl'],
    },
    {
      given: 'a language that leads out of its folder',
      content: { hosts: [HOST], language: '../de' },
      fields: ['language'],
    },
    {
      given: 'languages without name or tag',
      content: { hosts: [HOST], languages: [{ tag: 'fr' }, { tag: 7, name: 'X' }] },
      fields: ['languages[0]', 'languages[1].tag'],
    },
    {
      given: 'a switch that is a text',
      content: { hosts: [HOST], sharedTunnel: 'yes' },
      fields: ['sharedTunnel'],
    },
    { given: 'a list', content: [], fields: [''] },
    { given: 'null', content: null, fields: [''] },
    { given: 'no hosts', content: {}, fields: ['hosts'] },
    { given: 'an empty list of hosts', content: { hosts: [] }, fields: ['hosts'] },
    { given: 'a host that is a text', content: { hosts: ['x'] }, fields: ['hosts[0]'] },
    {
      given: 'a host without addresses',
      content: { hosts: [HOST, {}] },
      fields: ['hosts[1].tunnelUrl', 'hosts[1].restUrl'],
    },
    {
      given: 'an address that runs script',
      content: { hosts: [{ ...HOST, tunnelUrl: 'javascript:alert(1)' }] },
      fields: ['hosts[0].tunnelUrl'],
    },
    {
      given: 'misspelt fields',
      content: { hosts: [{ ...HOST, tunelUrl: '' }], conectionType: 'bosh' },
      fields: ['conectionType', 'hosts[0].tunelUrl'],
    },
    {
      given: 'an unknown connection type',
      content: { hosts: [HOST], connectionType: 'pigeon' },
      fields: ['connectionType'],
    },
  ]) {
    it(`names the place when it finds ${given}`, () => {
      expect(problemFields(content)).toEqual(fields);
    });
  }
});

describe('loadDashboardConfig', () => {
  const answering =
    (body: string, status = 200) =>
    () =>
      Promise.resolve(new Response(body, { status }));

  it('reads what the server answers', async () => {
    const reading = await loadDashboardConfig(
      '/config.json',
      answering(`{"hosts":[${JSON.stringify(HOST)}]}`),
    );

    expect(reading.ok).toBeTrue();
  });

  for (const { given, load, problem } of [
    { given: 'no file', load: answering('', 404), problem: /404/ },
    { given: 'no JSON', load: answering('{ "hosts": ['), problem: /no JSON/ },
    {
      given: 'no server',
      load: () => Promise.reject(new TypeError('refused')),
      problem: /fetched/,
    },
  ]) {
    it(`explains ${given}`, async () => {
      const reading = await loadDashboardConfig('/config.json', load);

      expect(reading.ok ? '' : reading.problems[0]?.problem).toMatch(problem);
    });
  }
});
