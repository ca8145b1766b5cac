import { EMPTY_CONTACT_CENTER } from './contact-center';
import { mergeSnapshot } from './merge-snapshot';
import { snapshotChanges } from './snapshot-changes';

const NODE = '/finesse/api/Team/31/Users';

function withTeam(
  agents: readonly { readonly id: string; readonly state: string; readonly extension?: string }[],
  at: number,
  before = EMPTY_CONTACT_CENTER,
) {
  return mergeSnapshot(before, {
    node: NODE,
    snapshot: { kind: 'team-users', team: { id: '31' }, agents },
    requestedAt: at,
    receivedAt: at,
  });
}

describe('snapshotChanges', () => {
  const before = withTeam(
    [
      { id: '1', state: 'READY' },
      { id: '2', state: 'READY' },
    ],
    1,
  );

  it('names what came, what changed with its fields, and what left', () => {
    const after = withTeam(
      [
        { id: '1', state: 'TALKING' },
        { id: '3', state: 'READY' },
      ],
      2,
      before,
    );

    expect(snapshotChanges(before, after)).toEqual([
      { entity: 'agent', id: '1', change: 'changed', fields: ['state'] },
      { entity: 'agent', id: '3', change: 'added', fields: [] },
      { entity: 'agent', id: '2', change: 'removed', fields: [] },
    ]);
  });

  it('finds nothing in the same told again, nor in what was not known before', () => {
    const after = withTeam(
      [
        { id: '1', state: 'READY', extension: '1001' },
        { id: '2', state: 'READY' },
      ],
      2,
      before,
    );

    expect(snapshotChanges(before, after)).toEqual([]);
  });
});
