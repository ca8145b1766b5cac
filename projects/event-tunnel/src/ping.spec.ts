import { startPinging } from './ping';
import { ManualClock } from './testing/manual-clock';

describe('startPinging', () => {
  function setup({ retries = 2, interval = 10_000, timeout = 10_000 } = {}) {
    const clock = new ManualClock();
    const answers: (() => void)[] = [];
    const deaths: number[] = [];
    const properties = () => ({
      xmppFailoverDetectionPingInterval: interval,
      xmppRequestTimeout: timeout,
      xmppFailoverRequestMaxRetry: retries,
    });
    const stop = startPinging({
      clock,
      properties,
      ping: (answered) => answers.push(answered),
      dead: () => deaths.push(answers.length),
    });
    return { clock, answers, deaths, stop };
  }

  it('sends the first ping after one interval', () => {
    const { clock, answers } = setup();

    clock.advance(9_999);
    const before = answers.length;
    clock.advance(1);

    expect(before).toBe(0);
    expect(answers.length).toBe(1);
  });

  it('sends the next one an interval after an answer', () => {
    const { clock, answers } = setup();
    clock.advance(10_000);

    answers[0]?.();
    clock.advance(9_999);
    const before = answers.length;
    clock.advance(1);

    expect(before).toBe(1);
    expect(answers.length).toBe(2);
  });

  it('sends the next one at once when an answer stays out', () => {
    const { clock, answers, deaths } = setup();

    clock.advance(20_000);

    expect(answers.length).toBe(2);
    expect(deaths).toEqual([]);
  });

  it('awaits the last ping in full before it declares the link dead', () => {
    const { clock, deaths } = setup();

    clock.advance(29_999);
    const before = deaths.length;
    clock.advance(1);
    clock.advance(100_000);

    expect(before).toBe(0);
    expect(deaths).toEqual([2]);
  });

  for (const retries of [1, 3]) {
    it(`gives up after ${retries} unanswered pings when told so`, () => {
      const { clock, deaths } = setup({ retries, interval: 1_000, timeout: 500 });

      clock.advance(1_000 + retries * 500);

      expect(deaths).toEqual([retries]);
    });
  }

  it('takes a late answer for a sign of life', () => {
    const { clock, answers, deaths } = setup();
    clock.advance(20_000);

    answers[0]?.();
    clock.advance(10_000);

    expect(deaths).toEqual([]);
    expect(answers.length).toBe(3);
  });

  it('survives one lost answer after the other as long as some come', () => {
    const { clock, answers, deaths } = setup();

    for (let round = 0; round < 5; round++) {
      clock.advance(20_000);
      answers.at(-1)?.();
    }

    expect(deaths).toEqual([]);
  });

  it('sends nothing more once stopped', () => {
    const { clock, answers, deaths, stop } = setup();
    clock.advance(10_000);

    stop();
    clock.advance(100_000);

    expect(answers.length).toBe(1);
    expect(deaths).toEqual([]);
  });
});
