import type { Notification } from '../model/notification';
import { EMPTY_CONTACT_CENTER } from './contact-center';
import {
  selectAgent,
  selectAgentById,
  selectAgentEntities,
  selectAllAgents,
  selectDialogsOfAgent,
} from './event-tunnel-feature';
import { type EventTunnelState, INITIAL_EVENT_TUNNEL_STATE } from './event-tunnel-state';
import { foldNotifications } from './fold-notifications';

function envelope(node: string) {
  return { node, event: 'PUT', requestId: '', source: '', receivedAt: 1, xml: '' } as const;
}

function user(id: string, state: string): Notification {
  const agent = { id, state, extension: `5${id}` };
  return { kind: 'user', agent, ...envelope(`/finesse/api/User/${id}`) };
}

function dialog(agentId: string, id: string, mediaAddress: string): Notification {
  const participants = [{ mediaAddress, state: 'ACTIVE' }];
  const node = `/finesse/api/User/${agentId}/Dialogs`;
  return { kind: 'dialog', agentId, dialog: { id, participants }, ...envelope(node) };
}

function stateAfter(...notifications: readonly Notification[]): {
  readonly eventTunnel: EventTunnelState;
} {
  const contactCenter = foldNotifications(EMPTY_CONTACT_CENTER, notifications);
  return { eventTunnel: { ...INITIAL_EVENT_TUNNEL_STATE, contactCenter } };
}

describe('the selectors of agents', () => {
  it('give one by id, all in the order in which they were told, and a record', () => {
    const state = stateAfter(user('2102', 'READY'), user('2101', 'TALKING'));

    expect(selectAgent('2101')(state)?.state).toBe('TALKING');
    expect(selectAgentById(state)('2102')?.state).toBe('READY');
    expect(selectAllAgents(state).map(({ id }) => id)).toEqual(['2102', '2101']);
    expect(Object.keys(selectAgentEntities(state)).sort()).toEqual(['2101', '2102']);
  });

  it('know nobody by a name that every object has', () => {
    const state = stateAfter(user('2101', 'READY'));

    expect(selectAgent('constructor')(state)).toBeUndefined();
    expect(selectAgentById(state)('__proto__')).toBeUndefined();
  });

  it('give nobody anew who has not changed', () => {
    const before = stateAfter(user('2101', 'READY'), user('2102', 'READY'));
    const contactCenter = foldNotifications(before.eventTunnel.contactCenter, [
      user('2102', 'TALKING'),
    ]);
    const after = { eventTunnel: { ...INITIAL_EVENT_TUNNEL_STATE, contactCenter } };

    const [first, second] = selectAllAgents(before);

    expect(selectAllAgents(after)[0]).toBe(first);
    expect(selectAllAgents(after)[1]).not.toBe(second);
  });
});

describe('selectDialogsOfAgent', () => {
  it('finds those of the own node and those of the extension', () => {
    const state = stateAfter(
      user('2101', 'TALKING'),
      dialog('2101', '7', '900'),
      dialog('2102', '8', '52101'),
      dialog('2103', '9', '52103'),
    );

    expect(selectDialogsOfAgent('2101')(state).map(({ id }) => id)).toEqual(['7', '8']);
  });
});
