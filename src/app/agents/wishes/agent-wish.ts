import { type Agent, type Dialog } from 'finesse-tunnel';
import { callTies, type CallTies } from './call-ties';

/** What may be asked about an agent: a state, or something about the call they are in. */
export type AgentWish =
  'READY' | 'NOT_READY' | 'LOGOUT' | 'MONITOR' | 'END_MONITOR' | 'BARGE' | 'DROP';

/** A wish for another state. */
export type StateWish = Extract<AgentWish, 'READY' | 'NOT_READY' | 'LOGOUT'>;

/** Who asks, and of what kind of contact centre. */
export interface WishContext {
  /** Absent until the server told about whoever is signed in. */
  readonly self: Agent | undefined;
  /** UCCX, or anything else: the rules of UCCE. */
  readonly deployment: string | undefined;
  readonly dialogs: readonly Dialog[];
}

/** What of an agent decides. */
export type AskedAgent = Pick<Agent, 'id' | 'state' | 'teamId' | 'extension'>;

const AFTER_CALL = ['TALKING', 'HOLD'];
const WRAP_UP = ['WORK', 'WORK_READY'];

/** From where a supervisor may ask for a state (Finesse guide, "User - Change agent state", as a supervisor). */
const BY_SUPERVISOR: Readonly<Record<StateWish, readonly string[]>> = {
  READY: ['NOT_READY', ...WRAP_UP],
  NOT_READY: ['READY', ...WRAP_UP],
  LOGOUT: [
    'READY',
    'NOT_READY',
    'RESERVED',
    'RESERVED_OUTBOUND',
    'RESERVED_OUTBOUND_PREVIEW',
    ...AFTER_CALL,
    ...WRAP_UP,
  ],
};

/** From where an agent may ask for a state; during a call it follows the call. */
const BY_SELF: Readonly<Record<StateWish, readonly string[]>> = {
  READY: ['NOT_READY', ...AFTER_CALL, ...WRAP_UP],
  NOT_READY: ['READY', 'RESERVED_OUTBOUND', ...AFTER_CALL, ...WRAP_UP],
  LOGOUT: ['NOT_READY'],
};

const BY_SELF_ON_UCCX: Readonly<Record<StateWish, readonly string[]>> = {
  READY: ['NOT_READY', 'WORK'],
  NOT_READY: ['READY', 'TALKING', 'WORK'],
  LOGOUT: ['NOT_READY', 'READY'],
};

/**
 * Whether asking makes sense: whoever is signed in may ask it of this agent, and the server would grant it as things
 * stand. The server decides in the end.
 */
export function isLegal(wish: AgentWish, agent: AskedAgent, context: WishContext): boolean {
  const { self, deployment } = context;
  if (self === undefined) {
    return false;
  }
  const { id, state = 'UNKNOWN' } = agent;
  const isOwn = self.id === id;
  if (wish === 'READY' || wish === 'NOT_READY' || wish === 'LOGOUT') {
    const own = deployment === 'UCCX' ? BY_SELF_ON_UCCX : BY_SELF;
    return isOwn
      ? own[wish].includes(state)
      : supervises(self, agent) && BY_SUPERVISOR[wish].includes(state);
  }
  return !isOwn && supervises(self, agent) && isLegalInCall(wish, agent, { self, context });
}

/** Whether a person supervises the team of an agent. */
function supervises({ roles, teams = [] }: Agent, { teamId = '' }: AskedAgent): boolean {
  return roles?.includes('Supervisor') === true && teams.some(({ id }) => id === teamId);
}

function isLegalInCall(
  wish: Exclude<AgentWish, StateWish>,
  agent: AskedAgent,
  { self, context }: { readonly self: Agent; readonly context: WishContext },
): boolean {
  const ties: CallTies = callTies(self.extension, agent.extension, context.dialogs);
  switch (wish) {
    case 'MONITOR':
      return (
        self.state === 'NOT_READY' &&
        Boolean(self.extension) &&
        AFTER_CALL.includes(agent.state ?? '') &&
        ties.monitoring === undefined
      );
    case 'END_MONITOR':
    case 'BARGE':
      return ties.monitoring !== undefined;
    case 'DROP':
      return ties.joined !== undefined;
  }
}
