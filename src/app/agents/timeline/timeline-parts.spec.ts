import { callParts, laneParts, percentOf } from './timeline-parts';

const state = (since: number, name: string) => ({ since, state: name, reason: '' });
const STATES = [state(100, 'READY'), state(200, 'TALKING'), state(300, 'WORK')];
const SPAN = { from: 0, to: 400 };

const lane = (...args: Parameters<typeof laneParts>): readonly string[] =>
  laneParts(...args).map(({ past, from, to }) => `${past?.state ?? '?'} ${from}-${to}`);

describe('laneParts', () => {
  it('draws each state until the next, the last until now, and what was before as unknown', () => {
    expect(lane(STATES, [], SPAN)).toEqual([
      '? 0-100',
      'READY 100-200',
      'TALKING 200-300',
      'WORK 300-400',
    ]);
  });

  it('cuts what began before the span, and leaves out what ended before it', () => {
    expect(lane(STATES, [], { from: 250, to: 350 })).toEqual(['TALKING 250-300', 'WORK 300-350']);
  });

  it('draws a time without connection as unknown, in the middle of a state', () => {
    expect(lane(STATES, [{ from: 120, to: 150 }], SPAN)).toEqual([
      '? 0-100',
      'READY 100-120',
      '? 120-150',
      'READY 150-200',
      'TALKING 200-300',
      'WORK 300-400',
    ]);
  });

  it('swallows the states inside a gap, and draws one that lasts until now', () => {
    expect(lane(STATES, [{ from: 150, to: undefined }], SPAN)).toEqual([
      '? 0-100',
      'READY 100-150',
      '? 150-400',
    ]);
  });

  it('leaves a gap out that is over before the span', () => {
    expect(lane(STATES, [{ from: 10, to: 20 }], { from: 300, to: 400 })).toEqual(['WORK 300-400']);
  });

  it('is unknown altogether when nothing is remembered', () => {
    expect(lane([], [], SPAN)).toEqual(['? 0-400']);
  });
});

describe('callParts', () => {
  const call = { id: '7', queue: '', fromAddress: '', toAddress: '' };

  it('cuts calls to the span, draws one that goes on until now, and leaves out the others', () => {
    const parts = callParts(
      [
        { ...call, from: 50, to: 150 },
        { ...call, from: 350, to: undefined },
        { ...call, from: 10, to: 90 },
      ],
      { from: 100, to: 400 },
    );

    expect(parts.map(({ from, to }) => [from, to])).toEqual([
      [100, 150],
      [350, 400],
    ]);
  });
});

describe('percentOf', () => {
  it('measures from the left, and survives an empty span', () => {
    expect(percentOf(150, { from: 100, to: 200 })).toBe(50);
    expect(percentOf(100, { from: 100, to: 100 })).toBe(0);
  });
});
