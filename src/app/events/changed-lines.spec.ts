import { changedLines } from './changed-lines';

const marked = (value: unknown, before: unknown) =>
  changedLines(value, before)
    .filter(({ change }) => change !== 'none')
    .map(({ text, change, was }) => [text, change, was ?? '']);

describe('the lines of a value', () => {
  it('read like JSON', () => {
    const value = { id: '1', roles: ['Agent'], extra: {}, none: null };
    const text = changedLines(value, undefined)
      .map((line) => '  '.repeat(line.indent) + line.text)
      .join('\n');

    expect(JSON.parse(text)).toEqual(value);
  });

  it('mark what differs, with what was there before', () => {
    expect(marked({ a: { state: 'READY', id: '1' } }, { a: { state: 'WORK', id: '1' } })).toEqual([
      ['"state": "READY",', 'changed', '"WORK"'],
    ]);
  });

  it('mark what is new where other things were known', () => {
    expect(marked({ a: { id: '1', reason: 'Lunch' } }, { a: { id: '1' } })).toEqual([
      ['"reason": "Lunch"', 'new', ''],
    ]);
  });

  it('mark nothing where nothing was known', () => {
    expect(marked({ a: { id: '1' } }, undefined)).toEqual([]);
    expect(marked({ node: 'x', a: { id: '1' } }, {})).toEqual([]);
  });
});
