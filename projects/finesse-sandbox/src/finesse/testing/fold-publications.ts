import type { Publication } from '../publication';
import { type BodyElement, childOf, textOf } from '../rest/xml-body';
import { readUpdate } from './make-contact-center';

/** What a client that hears everything knows in the end. */
export interface Folded {
  readonly agents: Map<string, FoldedAgent>;
  readonly team: Map<string, FoldedAgent>;
  /** By agent, then by dialog: its state and parties as last told to that agent. */
  readonly dialogs: Map<string, Map<string, string>>;
  readonly queues: Map<string, string>;
}

/** The part of an agent that both kinds of notification tell. */
export interface FoldedAgent {
  readonly state: string;
  readonly stateChangeTime: string;
  readonly pendingState: string;
  readonly extension: string;
}

/** Folds notifications the way a dashboard does; throws when one cannot follow what came before. */
export function foldPublications(publications: readonly Publication[]): Folded {
  const folded: Folded = {
    agents: new Map(),
    team: new Map(),
    dialogs: new Map(),
    queues: new Map(),
  };
  for (const { node, payload } of publications) {
    const { data, event, source } = readUpdate(payload);
    if (data.name === 'user') {
      const agents = node.endsWith('/Users') ? folded.team : folded.agents;
      agents.set(textOf(data, 'loginId') ?? '', agentOf(data));
    } else if (data.name === 'Queue') {
      folded.queues.set(lastPart(source), figuresOf(data));
    } else if (node.endsWith('/Dialogs') && data.name !== 'apiErrors') {
      foldDialog(folded, { node, event, data });
    }
  }
  return folded;
}

/** A dialog in one line, to compare. */
export function dialogLine(
  state: string,
  parties: readonly { readonly mediaAddress: string; readonly state: string }[],
): string {
  return [state, ...parties.map((party) => `${party.mediaAddress}=${party.state}`)].join(' ');
}

function foldDialog(
  folded: Folded,
  {
    node,
    event,
    data,
  }: { readonly node: string; readonly event: string; readonly data: BodyElement },
): void {
  const agentId = node.split('/')[4] ?? '';
  const known = folded.dialogs.get(agentId) ?? new Map<string, string>();
  folded.dialogs.set(agentId, known);
  const dialog = data.name === 'dialogs' ? data.children[0] : data;
  const id = dialog === undefined ? '' : (textOf(dialog, 'id') ?? '');
  // A new call that is being dialled is told twice.
  if (dialog === undefined || (event !== 'POST' && !known.has(id))) {
    throw new Error(`${event} of dialog ${id} at agent ${agentId} comes out of turn`);
  }
  if (event === 'DELETE') {
    known.delete(id);
    return;
  }
  const parties = childOf(dialog, 'participants')?.children ?? [];
  const line = parties.map((party) => ({
    mediaAddress: textOf(party, 'mediaAddress') ?? '',
    state: textOf(party, 'state') ?? '',
  }));
  known.set(id, dialogLine(textOf(dialog, 'state') ?? '', line));
}

function agentOf(user: BodyElement): FoldedAgent {
  return {
    state: textOf(user, 'state') ?? '',
    stateChangeTime: textOf(user, 'stateChangeTime') ?? '',
    pendingState: textOf(user, 'pendingState') ?? '',
    extension: textOf(user, 'extension') ?? '',
  };
}

function figuresOf(queue: BodyElement): string {
  const figures = childOf(queue, 'statistics')?.children ?? [];
  return figures.map(({ name, text }) => `${name}=${text}`).join(' ');
}

function lastPart(uri: string): string {
  return uri.split('/').at(-1) ?? '';
}
