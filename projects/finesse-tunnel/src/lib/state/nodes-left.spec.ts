import type { Notification } from '../model/notification';
import { listOf } from './collection';
import { EMPTY_CONTACT_CENTER } from './contact-center';
import { foldNotifications } from './fold-notifications';
import { nodesLeft, UNWATCHED_KEPT } from './nodes-left';

const TEAM = '/finesse/api/Team/31/Users';

function envelope(node: string) {
  return { node, event: 'PUT', requestId: '', source: '', receivedAt: 1, xml: '' } as const;
}

function summary(id: string, node = TEAM): Notification {
  return { kind: 'team-users', teamId: '', agents: [{ id }], snapshot: false, ...envelope(node) };
}

function dialog(id: string, agentId: string): Notification {
  const node = `/finesse/api/User/${agentId}/Dialogs`;
  return { kind: 'dialog', agentId, dialog: { id }, ...envelope(node) };
}

describe('nodesLeft', () => {
  it('drops the dialogs that nobody else tells', () => {
    const before = foldNotifications(EMPTY_CONTACT_CENTER, [
      dialog('7', '2101'),
      dialog('8', '2101'),
      dialog('8', '2102'),
    ]);
    const left = '/finesse/api/User/2101/Dialogs';

    const { dialogs } = nodesLeft(before, [left], (node) => node !== left);

    expect(listOf(dialogs).map(({ id, nodes }) => [id, ...nodes])).toEqual([
      ['8', '/finesse/api/User/2102/Dialogs'],
    ]);
  });

  it('keeps agents for whoever comes back', () => {
    const before = foldNotifications(EMPTY_CONTACT_CENTER, [summary('2101')]);

    const after = nodesLeft(before, [TEAM], () => false);

    expect(after).toBe(before);
  });

  it('keeps so many of them only, and those that were told last', () => {
    const ids = Array.from({ length: UNWATCHED_KEPT + 2 }, (_, index) => String(index));
    const many = foldNotifications(
      EMPTY_CONTACT_CENTER,
      ids.map((id) => summary(id)),
    );
    const watched = summary('watched', '/finesse/api/Team/32/Users');
    const before = foldNotifications(many, [watched, summary('0')]);

    const { agents } = nodesLeft(before, [TEAM], (node) => node === watched.node);

    const kept = listOf(agents).map(({ id }) => id);
    expect(kept.length).toBe(UNWATCHED_KEPT + 1);
    expect(kept).toContain('watched');
    expect(kept).toContain('0');
    expect(kept).not.toContain('1');
    expect(kept).not.toContain('2');
  });
});
