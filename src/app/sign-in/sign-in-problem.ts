import { type ConnectionErrorCode, type ConnectionStatus } from 'finesse-tunnel';

/** Where the library speaks to programmers, people who sign in are told this. */
const WORDS: Partial<Record<ConnectionErrorCode, string>> = {
  unauthorized: $localize`:@@sign-in.unauthorized:The server refused this agent ID and password. Check both and try again; several wrong tries lock the account.`,
  conflict: $localize`:@@sign-in.conflict:This agent signed in somewhere else, which ended this session. Close the other one, or sign in again here.`,
};

/** Says in a sentence or two why signing in did not work, and what to do; nothing while all is well. */
export function signInProblem({ phase, error }: ConnectionStatus): string | undefined {
  return error === undefined || phase === 'connected'
    ? undefined
    : (WORDS[error.code] ?? error.message);
}

/** Whether it takes more than another try: an address to open, or a setting of the server. */
export function hasRemedy({ phase, error }: ConnectionStatus): boolean {
  return error !== undefined && phase !== 'connected' && NEEDS_HELP.includes(error.code);
}

const NEEDS_HELP: readonly ConnectionErrorCode[] = [
  'tunnel-not-loaded',
  'not-connected-in-time',
  'system-info-unavailable',
];
