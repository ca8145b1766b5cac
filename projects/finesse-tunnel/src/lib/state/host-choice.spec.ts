import { hostAfter } from './host-choice';

describe('hostAfter', () => {
  const first = { index: 0, count: 2, failures: 0 };

  it('leaves a host that does not answer or serve, whatever was tried there before', () => {
    for (const code of [
      'system-info-unavailable',
      'out-of-service',
      'tunnel-not-loaded',
    ] as const) {
      expect(hostAfter({ ...first, failures: 1 }, code)).toEqual({ ...first, index: 1 });
    }
  });

  it('comes back to the first after the last', () => {
    expect(hostAfter({ ...first, index: 1 }, 'out-of-service').index).toBe(0);
  });

  it('tries a host that gave no session once more', () => {
    const once = hostAfter(first, 'connection-refused');
    expect(once).toEqual({ ...first, failures: 1 });

    expect(hostAfter(once, 'not-connected-in-time')).toEqual({ ...first, index: 1 });
  });

  it('stays where the fault is not with the host', () => {
    for (const code of ['connection-lost', 'token-unavailable'] as const) {
      expect(hostAfter(first, code)).toBe(first);
    }
  });

  it('goes on counting where there is one host only, for the sake of its two transports', () => {
    const alone = { index: 0, count: 1, failures: 1 };

    expect(hostAfter(alone, 'connection-refused').failures).toBe(2);
    expect(hostAfter(alone, 'out-of-service')).toEqual(alone);
  });
});
