import { type ConnectionStatus } from 'finesse-tunnel';
import { hostRows } from './host-rows';

const HOSTS = ['a', 'b'].map((name) => ({
  tunnelUrl: `https://finesse-${name}.example.test/tunnel/`,
  restUrl: `https://finesse-${name}.example.test/finesse/api`,
}));
const ON_B: ConnectionStatus = {
  phase: 'connected',
  hostIndex: 1,
  attempt: 1,
  since: 0,
  readiness: { isInService: true, isXmppConnected: true, isFinesseHere: false, isReady: false },
};
const UNASKED = new Map<string, never>();

describe('hostRows', () => {
  it('has the three criteria of the host in use from the connection', () => {
    const [a, b] = hostRows(HOSTS, ON_B, UNASKED);

    expect([b?.name, b?.isInUse, b?.inService, b?.xmpp, b?.finesse]).toEqual([
      'B',
      true,
      'yes',
      'yes',
      'no',
    ]);
    expect([a?.isInUse, a?.inService, a?.xmpp, a?.finesse]).toEqual([
      false,
      'unknown',
      'elsewhere',
      'elsewhere',
    ]);
  });

  for (const { given, answer, inService } of [
    { given: 'serves', answer: { at: 1, roundTripMs: 9, status: 'IN_SERVICE' }, inService: 'yes' },
    { given: 'is out of service', answer: { at: 1, status: 'OUT_OF_SERVICE' }, inService: 'no' },
    { given: 'does not answer', answer: { at: 1, httpStatus: 0 }, inService: 'no' },
  ] as const) {
    it(`says of another host that it ${given}, as it answered itself`, () => {
      const answers = new Map([[HOSTS[0]?.restUrl ?? '', answer]]);

      expect(hostRows(HOSTS, ON_B, answers)[0]?.inService).toBe(inService);
    });
  }

  it('knows of no session anywhere while nobody is signed in', () => {
    const rows = hostRows(HOSTS, { ...ON_B, phase: 'disconnected' }, UNASKED);

    expect(rows.map(({ isInUse }) => isInUse)).toEqual([false, false]);
  });
});
