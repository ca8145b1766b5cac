import { type Agent } from 'finesse-tunnel';
import { firstText } from './first-text';

/** The name to show: first and last name, else the login name, else the id. */
export function agentName({ id, firstName, lastName, loginName }: Agent): string {
  const fullName = [firstName, lastName].filter((part) => part !== undefined && part !== '');
  return firstText(fullName.join(' '), loginName, id);
}
