import { makeContactCenter } from './testing/make-contact-center';

const ID = '1001001';
const PASSWORD = 'open sesame';
const MINUTE = 60_000;

function setup() {
  const tested = makeContactCenter({ password: PASSWORD });
  const { contactCenter } = tested;
  const outcome = (password: string, name = ID) => {
    const known = contactCenter.authenticate(name, password);
    return known.ok ? known.user.id : known.reason;
  };
  const fail = (times: number) => Array.from({ length: times }, () => outcome('wrong'));
  return { ...tested, outcome, fail };
}

describe('Accounts', () => {
  it('know a user by id and by login name', () => {
    const { outcome, contactCenter } = setup();

    expect(outcome(PASSWORD)).toBe(ID);
    expect(outcome(PASSWORD, contactCenter.user(ID)?.loginName)).toBe(ID);
  });

  for (const password of ['', 'open', 'open sesame ', 'Open sesame', 'öpen sesame']) {
    it(`refuse "${password}"`, () => {
      expect(setup().outcome(password)).toBe('wrong-password');
    });
  }

  it('do not know strangers', () => {
    expect(setup().outcome(PASSWORD, 'nobody')).toBe('unknown');
  });

  it('lock after five wrong passwords in a row, for five minutes, against the right one too', () => {
    const { outcome, fail, clock } = setup();
    const wrong = fail(5);

    const locked = outcome(PASSWORD);
    clock.advance(5 * MINUTE - 1);
    const stillLocked = outcome(PASSWORD);
    clock.advance(1);

    expect(new Set(wrong)).toEqual(new Set(['wrong-password']));
    expect([locked, stillLocked]).toEqual(['locked', 'locked']);
    expect(outcome(PASSWORD)).toBe(ID);
  });

  it('start counting anew after the right password, and after the lock', () => {
    const { outcome, fail, clock } = setup();
    fail(4);
    outcome(PASSWORD);
    fail(5);
    clock.advance(5 * MINUTE);
    fail(4);

    expect(outcome(PASSWORD)).toBe(ID);
  });

  it('lock nobody else', () => {
    const { outcome, fail } = setup();
    fail(5);

    expect(outcome(PASSWORD, '1001002')).toBe('1001002');
  });

  it('take an access token in place of the password, of its owner only, for an hour', () => {
    const { contactCenter, outcome, clock } = setup();
    const token = contactCenter.issueToken(ID);

    expect(outcome(token)).toBe(ID);
    expect(outcome(token, '1001002')).toBe('wrong-password');
    expect(contactCenter.bearer(token)?.id).toBe(ID);
    clock.advance(60 * MINUTE);
    expect(outcome(token)).toBe('wrong-password');
    expect(contactCenter.bearer(token)).toBeUndefined();
  });
});
