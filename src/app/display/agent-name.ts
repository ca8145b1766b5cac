import type { Agent } from 'finesse-tunnel';

/** The name to show: first and last name, else the login name, else the id. */
export function agentName({ id, firstName, lastName, loginName }: Agent): string {
  const fullName = [firstName, lastName].filter((part) => part !== undefined && part !== '');
  return fullName.length > 0 ? fullName.join(' ') : loginName || id;
}
