import { Outbox } from './outbox';

const entries = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ node: '/n', payload: String(n) }));

function takeAll(outbox: Outbox): string[] {
  const taken: string[] = [];
  for (let next = outbox.take(); next !== undefined; next = outbox.take()) {
    taken.push(next.payload);
  }
  return taken;
}

describe('Outbox', () => {
  it('gives no more than the window at once, and goes on as answers come', () => {
    const outbox = new Outbox(10, 2);
    const [first, ...rest] = entries(4);
    [first, ...rest].forEach((entry) => entry && outbox.add(entry));

    expect(takeAll(outbox)).toEqual(['0', '1']);

    if (first !== undefined) {
      outbox.settle(first);
    }
    expect(takeAll(outbox)).toEqual(['2']);
    expect(outbox.size).toBe(3);
  });

  it('gives again, in order, what was in flight when the connection broke', () => {
    const outbox = new Outbox(10, 3);
    const [zero, one, ...rest] = entries(5);
    [zero, one, ...rest].forEach((entry) => entry && outbox.add(entry));
    takeAll(outbox);
    if (one !== undefined) {
      outbox.settle(one);
    }

    outbox.rewind();

    expect(takeAll(outbox)).toEqual(['0', '2', '3']);
  });

  it('drops the oldest that is not in flight when it is full, and counts it', () => {
    const outbox = new Outbox(3, 1);
    const had = entries(5).map((entry, at) => {
      if (at === 1) {
        outbox.take();
      }
      return outbox.add(entry);
    });

    expect(had).toEqual([true, true, true, false, false]);
    expect(outbox.lost).toBe(2);
    outbox.rewind();
    expect(outbox.take()?.payload).toBe('0');
    expect(outbox.size).toBe(3);
  });

  it('takes no answer for what was sent again and is not in flight any more', () => {
    const outbox = new Outbox(3, 3);
    const [entry] = entries(1);
    if (entry !== undefined) {
      outbox.add(entry);
      outbox.take();
      outbox.rewind();
      outbox.settle(entry);
    }

    expect(outbox.size).toBe(1);
  });
});
