import { SessionActions } from './session-actions';
import { sessionChange } from './session-effects';

const at = { agentId: '1000001' };

describe('sessionChange', () => {
  it('opens the session when the connection stands', () => {
    expect(sessionChange({ ...at, phase: 'connected' }, false)).toEqual(
      SessionActions.opened({ agentId: '1000001' }),
    );
  });

  for (const phase of ['reconnecting', 'loading', 'connecting', 'conflict', 'connected'] as const) {
    it(`keeps an open session while ${phase}`, () => {
      expect(sessionChange({ ...at, phase }, true)).toBeUndefined();
    });
  }

  for (const phase of ['disconnected', 'unauthorized'] as const) {
    it(`closes an open session when ${phase}, and says so once`, () => {
      expect(sessionChange({ ...at, phase }, true)).toEqual(SessionActions.closed());
      expect(sessionChange({ ...at, phase }, false)).toBeUndefined();
    });
  }
});
