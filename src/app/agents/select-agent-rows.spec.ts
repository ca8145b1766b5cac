import { type Dialog, type StoredAgent } from 'finesse-tunnel';
import { isForgotten, rowReader } from './select-agent-rows';

describe('isForgotten', () => {
  const nodes = ['/finesse/api/Team/31/Users', '/finesse/api/User/1001001'];

  it('holds once no node that told of an agent stands any more', () => {
    expect(isForgotten({ nodes }, new Set(['/finesse/api/Team/32/Users']))).toBeTrue();
    expect(isForgotten({ nodes }, new Set())).toBeTrue();
  });

  it('does not hold as long as one of them stands', () => {
    expect(isForgotten({ nodes }, new Set(nodes.slice(1)))).toBeFalse();
  });
});

describe('rowReader', () => {
  const told = { toldAt: 1, nodes: ['n'] };
  const ann: StoredAgent = { id: '1', extension: '51', state: 'READY', ...told };
  const bo: StoredAgent = { id: '2', extension: '52', state: 'READY', ...told };
  const standing = new Set(['n']);
  const call = (id: string, toAddress: string): Dialog => ({ id, fromAddress: '51', toAddress });
  const dialogs = new Map([['51', [call('7', '900')]]]);

  it('keeps the line of an agent who has not changed', () => {
    const read = rowReader();
    const [first, second] = read([ann, bo], dialogs, standing);

    const [sameFirst, newSecond] = read([ann, { ...bo, state: 'TALKING' }], dialogs, standing);

    expect(sameFirst).toBe(first);
    expect(second?.state).toBe('READY');
    expect(newSecond?.state).toBe('TALKING');
  });

  it('makes the line of an agent anew whose call changed, and keeps the others', () => {
    const read = rowReader();
    const [, second] = read([ann, bo], dialogs, standing);

    const [first, same] = read([ann, bo], new Map([['51', [call('7', '901')]]]), standing);

    expect(first?.call).toContain('901');
    expect(same).toBe(second);
  });

  it('marks everybody of whom no node tells any more', () => {
    const read = rowReader();
    read([ann], dialogs, standing);

    expect(read([ann], dialogs, new Set<string>())[0]?.isStale).toBeTrue();
  });

  it('follows those who come and leave', () => {
    const read = rowReader();
    read([ann, bo], dialogs, standing);

    expect(read([bo], dialogs, standing).map(({ id }) => id)).toEqual(['2']);
    expect(read([bo, ann], dialogs, standing).map(({ id }) => id)).toEqual(['2', '1']);
  });
});
