import { type ConnectionStatus } from 'finesse-tunnel';

/** Says in a sentence or two why signing in did not work, and what to do; nothing while all is well. */
export function signInProblem({ phase, error }: ConnectionStatus): string | undefined {
  if (error === undefined || phase === 'connected') {
    return undefined;
  }
  switch (error.code) {
    case 'unauthorized':
      return 'The server refused this agent ID and password. Check both and try again; several wrong tries lock the account.';
    case 'conflict':
      return 'This agent signed in somewhere else, which ended this session. Close the other one, or sign in again here.';
    default:
      return error.message;
  }
}
