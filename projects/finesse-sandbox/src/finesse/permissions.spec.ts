import { makeContactCenter } from './testing/make-contact-center';

const BASE = '/finesse/api';

describe('Who may subscribe to what', () => {
  for (const { user, node, access } of [
    { user: '1001001', node: '/User/1001001', access: 'ok' },
    { user: '1001001', node: '/User/1001001/Dialogs', access: 'ok' },
    { user: '1001001', node: '/User/1001001/Media', access: 'ok' },
    { user: '1001001', node: '/User/1001003', access: 'forbidden' },
    { user: '1001001', node: '/Team/31/Users', access: 'forbidden' },
    { user: '1001001', node: '/Queue/41', access: 'ok' },
    { user: '1001001', node: '/SystemInfo', access: 'ok' },
    { user: '1000001', node: '/User/1001001', access: 'ok' },
    { user: '1000001', node: '/User/1001003/Dialogs', access: 'ok' },
    { user: '1000001', node: '/User/1001002', access: 'forbidden' },
    { user: '1000001', node: '/Team/31/Users', access: 'ok' },
    { user: '1000001', node: '/Team/32/Users', access: 'forbidden' },
    { user: '1000001', node: '/Team/99/Users', access: 'item-not-found' },
    { user: '1000001', node: '/User/7777', access: 'item-not-found' },
    { user: '1000001', node: '/Queue/77', access: 'item-not-found' },
    { user: '1000001', node: '/Dialog/1', access: 'item-not-found' },
    { user: '1000001', node: '/Nonsense', access: 'item-not-found' },
    { user: 'administrator', node: '/Team/32/Users', access: 'ok' },
    { user: 'administrator', node: '/User/1001002', access: 'ok' },
    { user: 'stranger', node: '/SystemInfo', access: 'forbidden' },
  ] as const) {
    it(`answers ${access} to ${user} at ${node}`, () => {
      const { contactCenter } = makeContactCenter();

      expect(contactCenter.access(user, `${BASE}${node}`)).toBe(access);
    });
  }

  it('shows a dialog to its agents and their supervisor', () => {
    const { contactCenter } = makeContactCenter();
    contactCenter.setAgentState('1001001', { state: 'READY' });
    const placed = contactCenter.createDialog({ from: '+15550100', to: '1001001' });
    const node = `${BASE}/Dialog/${placed.ok ? placed.value : ''}`;

    const answers = ['1001001', '1000001', '1001003'].map((id) => contactCenter.access(id, node));

    expect(answers).toEqual(['ok', 'ok', 'forbidden']);
  });

  it('has no queue nodes on Unified CCX', () => {
    const { contactCenter } = makeContactCenter({ deployment: 'uccx' });

    expect(contactCenter.access('1000001', `${BASE}/Queue/41`)).toBe('item-not-found');
  });

  it('gives everybody their own nodes and SystemInfo', () => {
    const { contactCenter } = makeContactCenter();

    expect(contactCenter.defaultNodes('1001001')).toEqual([
      `${BASE}/User/1001001`,
      `${BASE}/User/1001001/Dialogs`,
      `${BASE}/SystemInfo`,
      `${BASE}/User/1001001/Media`,
      `${BASE}/User/1001001/Dialogs/Media`,
    ]);
  });

  it('lets a team and its supervisor hear the messages to it, and nobody else', () => {
    const { contactCenter } = makeContactCenter();
    const node = `${BASE}/Team/31/TeamMessage`;

    const access = ['1001001', '1000001', 'administrator', '1001002', '1000002'].map((id) =>
      contactCenter.access(id, node),
    );

    expect(access).toEqual(['ok', 'ok', 'ok', 'forbidden', 'forbidden']);
    expect(contactCenter.access('1001001', `${BASE}/Team/99/TeamMessage`)).toBe('item-not-found');
  });
});
