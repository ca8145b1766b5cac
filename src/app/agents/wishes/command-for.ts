import { type FinesseApi, type FinesseCommand } from 'finesse-tunnel/rest';
import { type AgentWish, type AskedAgent, type WishContext } from './agent-wish';
import { callTies } from './call-ties';

/** What a request is made with. */
export interface CommandFacts {
  readonly api: FinesseApi;
  readonly context: WishContext;
  /** Why somebody leaves, or is not ready; only of oneself. */
  readonly reasonCodeId?: string | undefined;
}

/** The request that fulfils a wish; `undefined` when what it is about has gone meanwhile, such as a call. */
export function commandFor(
  wish: AgentWish,
  agent: AskedAgent,
  { api, context, reasonCodeId }: CommandFacts,
): FinesseCommand | undefined {
  if (wish === 'READY' || wish === 'NOT_READY' || wish === 'LOGOUT') {
    return api.setState(agent.id, {
      state: wish,
      ...(reasonCodeId === undefined ? {} : { reasonCodeId }),
    });
  }
  const { self, dialogs } = context;
  const agentExtension = agent.extension;
  const extension = self?.extension;
  if (self === undefined || !extension || !agentExtension) {
    return undefined;
  }
  const { monitoring, joined } = callTies(extension, agentExtension, dialogs);
  const { calls } = api;
  switch (wish) {
    case 'MONITOR':
      return calls.silentMonitor(self.id, { extension, agentExtension });
    case 'END_MONITOR':
      return monitoring && calls.drop(monitoring.id, extension);
    case 'BARGE':
      return (
        monitoring &&
        calls.bargeCall(self.id, { extension, agentExtension, monitorDialogId: monitoring.id })
      );
    case 'DROP':
      return joined && calls.participantDrop(joined.id, agentExtension);
  }
}
