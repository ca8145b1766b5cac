import type { ConnectionProgress } from '../model/connection-status';
import { CONNECTION_ERRORS } from './connection-errors';
import { readinessOf } from './readiness-of';

const CONNECTED: ConnectionProgress = { phase: 'connected', attempt: 1, since: 0 };
const MESSAGE = CONNECTION_ERRORS['out-of-service'];

describe('readinessOf', () => {
  for (const { given, isInService, presence, isReady } of [
    { given: 'all three criteria', isInService: true, presence: 'available', isReady: true },
    { given: 'no word of the others', isInService: undefined, presence: undefined, isReady: true },
    { given: 'a server out of service', isInService: false, presence: 'available', isReady: false },
    { given: 'finesse away', isInService: true, presence: 'unavailable', isReady: false },
  ]) {
    it(`calls a connection ${isReady ? '' : 'not '}ready, given ${given}`, () => {
      const readiness = readinessOf(CONNECTED, isInService, presence);

      expect(readiness.isReady).toBe(isReady);
      expect(readiness.isXmppConnected).toBeTrue();
      expect(readiness.isInService).toBe(isInService);
    });
  }

  it('is never ready without a session', () => {
    const { isReady, isXmppConnected } = readinessOf(
      { ...CONNECTED, phase: 'connecting' },
      true,
      'available',
    );

    expect([isReady, isXmppConnected]).toEqual([false, false]);
  });

  it('believes the attempt that found the server out of service more than what was told before', () => {
    const error = { code: 'out-of-service', message: MESSAGE, at: 1 } as const;

    expect(readinessOf({ ...CONNECTED, phase: 'reconnecting', error }, true, undefined)).toEqual({
      isInService: false,
      isXmppConnected: false,
      isFinesseHere: undefined,
      isReady: false,
    });
  });
});
