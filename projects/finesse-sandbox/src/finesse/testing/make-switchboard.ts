import { userDialogsNode } from 'finesse-tunnel/protocol';
import type { Deployment } from '../deployment';
import { type BodyElement, childOf, textOf } from '../rest/xml-body';
import { makeContactCenter, type TestedUpdate } from './make-contact-center';

/** The supervisor of Mara's team, and the one of Iko's. */
export const SUPERVISOR = '1000001';
export const OTHER_SUPERVISOR = '1000002';
/** A third agent, of Mara's team, who serves the same queues. */
export const NOA = '1001003';
/** Two agents of different teams who serve the same queues, and somebody outside. */
export const MARA = '1001001';
export const IKO = '1001002';
export const CALLER = '+15550100';

/** A notification about a call in one line: event, state of the dialog, states of the parties. */
function line({ event, data }: TestedUpdate): string {
  const dialog = data.name === 'dialogs' ? data.children[0] : data;
  const parties = (dialog && childOf(dialog, 'participants')?.children) ?? [];
  const states = parties.map(
    (party) => `${textOf(party, 'mediaAddress') ?? ''}:${textOf(party, 'state') ?? ''}`,
  );
  return [event, dialog && textOf(dialog, 'state'), ...states].join(' ');
}

function idOf(data: BodyElement): string | undefined {
  const dialog = data.name === 'dialogs' ? data.children[0] : data;
  return dialog && textOf(dialog, 'id');
}

/** A contact centre with these agents signed in, to place calls in. */
export function makeSwitchboard({
  deployment = 'ucce',
  ready = [MARA, IKO],
  notReady = [],
}: {
  readonly deployment?: Deployment;
  readonly ready?: readonly string[];
  readonly notReady?: readonly string[];
} = {}) {
  const tested = makeContactCenter({ deployment });
  const { contactCenter, published, clock } = tested;
  for (const id of [...ready, ...notReady]) {
    contactCenter.agents.signIn(id, id);
  }
  for (const id of ready) {
    contactCenter.agents.request(id, { state: 'READY', by: 'self' });
  }
  clock.advance(100);
  published.length = 0;
  const call = (request: { from?: string; to: string; queueId?: string }) => {
    const placed = contactCenter.createDialog({ from: CALLER, ...request });
    return placed.ok ? placed.value : '';
  };
  const state = (id: string) => contactCenter.user(id)?.state;
  const lines = (id: string) => tested.on(userDialogsNode(id)).map(line);
  /** The lines about one call, as this agent hears them. */
  const linesOf = (id: string, dialogId: string) =>
    tested
      .on(userDialogsNode(id))
      .filter(({ data }) => idOf(data) === dialogId)
      .map(line);
  const { control, consultations, supervision } = contactCenter.switchboard;
  /** Mara talks to a caller from a queue. */
  const talking = () => {
    const dialogId = call({ to: MARA, queueId: '41' });
    control.answer({ dialogId, agentId: MARA });
    return dialogId;
  };
  /** The calls an agent has, by what they are. */
  const dialogOf = (id: string, callType: string) =>
    contactCenter
      .user(id)
      ?.dialogIds.flatMap((dialogId) => contactCenter.world.dialogs.get(dialogId) ?? [])
      .find((dialog) => dialog.callType === callType);
  /** What an agent may do in a call, as the last notification has it. */
  const actions = (id: string, dialogId: string) => {
    const last = tested
      .on(userDialogsNode(id))
      .filter(({ data }) => idOf(data) === dialogId)
      .at(-1)?.data;
    const dialog = last?.name === 'dialogs' ? last.children[0] : last;
    const parties = (dialog && childOf(dialog, 'participants')?.children) ?? [];
    const own = parties.find((party) => textOf(party, 'mediaAddress') === id);
    return (own && childOf(own, 'actions')?.children.map(({ text }) => text)) ?? [];
  };
  const parts = { control, consultations, supervision };
  return { ...tested, ...parts, call, talking, state, lines, linesOf, dialogOf, actions };
}
