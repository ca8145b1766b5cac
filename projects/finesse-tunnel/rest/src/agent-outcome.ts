import { map, type Observable } from 'rxjs';
import type { Agent, AgentState, Notification } from 'finesse-tunnel';
import type { Outcome } from './confirm-outcome';

/**
 * An agent came to a state, or will when the call ends. Signing in shows in any state but `LOGOUT`, as Finesse
 * leaves one who is signed in where they are.
 */
export function agentOutcome(
  id: string,
  state: AgentState,
  load: () => Observable<Agent>,
): Outcome {
  const isThere = (agent: Agent): boolean =>
    state === 'LOGIN'
      ? agent.state !== undefined && agent.state !== 'LOGOUT'
      : agent.state === state || agent.pendingState === state;
  return {
    isShownBy: (notification) =>
      agentsIn(notification).some((agent) => agent.id === id && isThere(agent)),
    ask: () => load().pipe(map(isThere)),
  };
}

function agentsIn(notification: Notification): readonly Agent[] {
  switch (notification.kind) {
    case 'user':
      return [notification.agent];
    case 'team-users':
      return notification.agents;
    default:
      return [];
  }
}
