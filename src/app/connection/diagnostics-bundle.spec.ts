import { type BundleFacts, diagnosticsBundle } from './diagnostics-bundle';

const FACTS: BundleFacts = {
  at: Date.UTC(2030, 0, 2),
  userAgent: 'A browser',
  origin: 'https://wall.example.test',
  config: {
    hosts: [
      {
        tunnelUrl:
          'https://robot:hidden-1@finesse-a.example.test:8445/tunnel/?key=hidden-2#hidden-3',
        restUrl: 'https://finesse-a.example.test:8445/finesse/api',
      },
    ],
    connectionType: 'auto',
  },
  status: {
    phase: 'connected',
    agentId: '1000001',
    attempt: 1,
    since: 5,
    readiness: { isInService: true, isXmppConnected: true, isFinesseHere: true, isReady: true },
  },
  phases: [{ phase: 'connected', at: 5, attempt: 1 }],
  answers: new Map([
    ['https://finesse-a.example.test:8445/finesse/api', { at: 6, roundTripMs: 12 }],
  ]),
  systemInfo: { status: 'IN_SERVICE', deploymentType: 'UCCE' },
  skewMs: 40,
  subscriptions: [],
  ledger: { nodes: [], nodesForgotten: 0 },
  refusals: {
    total: 1,
    latest: [
      {
        at: 7,
        code: 'unreadable-value',
        node: '/finesse/api/User/1001001',
        message: 'hidden-4 is no number',
        excerpt: '<firstName>hidden-5</firstName>',
      },
    ],
  },
  messages: [{ at: 8, direction: 'in', type: 4, text: 'connected' }],
  known: { agents: 24, dialogs: 3, queues: 6 },
};

describe('diagnosticsBundle', () => {
  it('tells the state, the hosts and what was refused where', () => {
    const bundle: unknown = JSON.parse(diagnosticsBundle(FACTS));

    expect(bundle).toEqual(
      jasmine.objectContaining({
        format: 'finesse-dashboard-diagnostics',
        version: 1,
        writtenAt: '2030-01-02T00:00:00.000Z',
        status: FACTS.status,
        connectionType: 'auto',
        hosts: [
          {
            tunnelUrl: 'https://finesse-a.example.test:8445/tunnel/',
            restUrl: 'https://finesse-a.example.test:8445/finesse/api',
            answer: { at: 6, roundTripMs: 12 },
          },
        ],
        refused: {
          total: 1,
          latest: [{ at: 7, code: 'unreadable-value', node: '/finesse/api/User/1001001' }],
        },
      }),
    );
  });

  it('holds nothing that came in, and no part of an address that may hide a secret', () => {
    expect(diagnosticsBundle(FACTS)).not.toContain('hidden');
  });

  it('can be written before anything is known', () => {
    const { config: _, systemInfo: __, ...others } = FACTS;

    expect(() =>
      diagnosticsBundle({ ...others, config: undefined, systemInfo: undefined }),
    ).not.toThrow();
  });
});
