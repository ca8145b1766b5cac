import fc from 'fast-check';
import { TimerQueue } from './timer-queue';

describe('TimerQueue', () => {
  it('gives timers back in the order of their times, equal ones in the order they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
        const queue = new TimerQueue();
        const ran: [number, number][] = [];
        times.forEach((due, index) => queue.add(due, () => ran.push([due, index])));

        for (let timer = queue.takeDue(99); timer !== undefined; timer = queue.takeDue(99)) {
          timer.run();
        }

        const expected = times.map((due, index): [number, number] => [due, index]);
        expect(ran).toEqual(expected.sort((a, b) => a[0] - b[0] || a[1] - b[1]));
      }),
    );
  });

  it('keeps what is not yet due, and drops what was cancelled', () => {
    const queue = new TimerQueue();
    const cancel = queue.add(5, () => undefined);
    queue.add(7, () => undefined);

    const early = queue.takeDue(4);
    const first = queue.nextDue();
    cancel();

    expect([early, first, queue.nextDue()]).toEqual([undefined, 5, 7]);
    expect(queue.takeDue(7)?.due).toBe(7);
    expect(queue.takeDue(99)).toBeUndefined();
  });
});
