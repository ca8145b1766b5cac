import type { Agent } from './agent';
import { isOlderThan } from './is-older-than';
import { mergeAgent } from './merge-agent';

const LUNCH = { code: 204, label: 'Lunch' };
const AT_LUNCH: Agent = {
  id: '1001',
  firstName: 'Nils',
  state: 'NOT_READY',
  reasonCodeId: 34,
  reasonCode: LUNCH,
  roles: ['Agent'],
};

describe('mergeAgent', () => {
  const merges: readonly { given: string; told: Agent; merged: Agent }[] = [
    {
      given: 'another field keeps what was not told',
      told: { id: '1001', extension: '54101' },
      merged: { ...AT_LUNCH, extension: '54101' },
    },
    {
      given: 'the same state without a reason keeps the reason',
      told: { id: '1001', state: 'NOT_READY', pendingState: 'READY' },
      merged: { ...AT_LUNCH, pendingState: 'READY' },
    },
    {
      given: 'another state without a reason has none',
      told: { id: '1001', state: 'LOGOUT' },
      merged: {
        id: '1001',
        firstName: 'Nils',
        roles: ['Agent'],
        state: 'LOGOUT',
        reasonCode: null,
      },
    },
    {
      given: 'another state with a reason has that one',
      told: { id: '1001', state: 'LOGOUT', reasonCodeId: 9, reasonCode: { label: 'Home' } },
      merged: { ...AT_LUNCH, state: 'LOGOUT', reasonCodeId: 9, reasonCode: { label: 'Home' } },
    },
    {
      given: 'a reason told to be none is none',
      told: { id: '1001', state: 'NOT_READY', reasonCode: null },
      merged: { ...AT_LUNCH, reasonCode: null },
    },
    {
      given: 'what is told to be empty is empty',
      told: { id: '1001', roles: [], firstName: '' },
      merged: { ...AT_LUNCH, roles: [], firstName: '' },
    },
  ];
  for (const { given, told, merged } of merges) {
    it(given, () => {
      expect(mergeAgent(AT_LUNCH, told)).toEqual(merged);
    });
  }

  it('keeps unknown fields of both', () => {
    const known = { id: '1', extra: { mood: 'sunny', hat: 'red' } };

    const both: unknown = mergeAgent(known, { id: '1', extra: { hat: 'blue' } }).extra;
    const one: unknown = mergeAgent(known, { id: '1', state: 'READY' }).extra;

    expect(both).toEqual({ mood: 'sunny', hat: 'blue' });
    expect(one).toEqual(known.extra);
  });

  it('changes neither of the two', () => {
    const known = Object.freeze({ ...AT_LUNCH });
    const told = Object.freeze({ id: '1001', state: 'READY' });

    expect(() => mergeAgent(known, told)).not.toThrow();
  });
});

describe('isOlderThan', () => {
  const at = (stateChangeTime?: number): Agent => ({
    id: '1',
    ...(stateChangeTime === undefined ? {} : { stateChangeTime }),
  });

  it('compares when the states began; equal or unknown times are not older', () => {
    expect(isOlderThan(at(1), at(2))).toBeTrue();
    expect(isOlderThan(at(2), at(2))).toBeFalse();
    expect(isOlderThan(at(3), at(2))).toBeFalse();
    expect(isOlderThan(at(), at(2))).toBeFalse();
    expect(isOlderThan(at(1), at())).toBeFalse();
  });
});
