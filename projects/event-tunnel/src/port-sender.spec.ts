import { PortSender } from './port-sender';
import { ManualClock } from './testing/manual-clock';

function setup() {
  const posted: unknown[] = [];
  const clock = new ManualClock();
  let now = 1_000;
  const port = { postMessage: (message: unknown) => posted.push(message) };
  spyOn(performance, 'now').and.callFake(() => now);
  const sender = new PortSender(port, clock);
  /** Sends so many messages, `everyMs` apart. */
  const send = (count: number, everyMs: number): void => {
    for (let i = 0; i < count; i++) {
      sender.send(`0|${i}`);
      now += everyMs;
      clock.advance(everyMs);
    }
  };
  const pass = (ms: number): void => {
    now += ms;
    clock.advance(ms);
  };
  return { posted, send, pass };
}

describe('PortSender', () => {
  it('sends each message at once as long as they come one by one', () => {
    const { posted, send } = setup();

    send(200, 1);

    expect(posted.length).toBe(200);
    expect(posted.every((message) => typeof message === 'string')).toBeTrue();
  });

  it('sends the first of a burst at once and the rest together, all in order', () => {
    const { posted, send, pass } = setup();

    send(100, 0);

    expect(posted[0]).toBe('0|0');
    const atOnce = posted.length;
    expect(atOnce).toBeLessThan(30);
    pass(4);
    expect(posted.length).toBe(atOnce + 1);
    expect(posted.flat()).toEqual(Array.from({ length: 100 }, (_, i) => `0|${i}`));
  });

  it('stays with arrays while a flood lasts, none kept longer than four milliseconds', () => {
    const { posted, send, pass } = setup();
    send(100, 0.2);
    const before = posted.length;

    send(500, 0.2);
    pass(4);

    const arrays = posted.slice(before);
    expect(arrays.every((message) => Array.isArray(message))).toBeTrue();
    expect(arrays.length).toBeGreaterThan(20);
    expect(arrays.length).toBeLessThan(50);
  });

  it('is back to single messages after a flood', () => {
    const { posted, send, pass } = setup();
    send(1_000, 0);
    pass(4);
    pass(100);

    send(1, 0);

    expect(posted.at(-1)).toBe('0|0');
  });
});
