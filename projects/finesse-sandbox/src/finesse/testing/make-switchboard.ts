import { userDialogsNode } from 'finesse-tunnel/protocol';
import type { Deployment } from '../deployment';
import { childOf, textOf } from '../rest/xml-body';
import { makeContactCenter, type TestedUpdate } from './make-contact-center';

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
  return { ...tested, call, state, lines, control: contactCenter.switchboard.control };
}
