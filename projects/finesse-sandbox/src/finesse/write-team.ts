import { FINESSE_API } from 'finesse-tunnel/protocol';
import type { Team } from './team';
import type { User } from './user';
import type { World } from './world';
import { userSummaryElement } from './write-user';
import { element, type XmlElement } from './xml-element';

/** The URI of a team, which is no node. */
export function teamUri(id: string): string {
  return `${FINESSE_API}/Team/${id}`;
}

/** A team with these of its users; `team` in notifications, `Team` in REST answers. */
export function teamElement(
  name: 'Team' | 'team',
  team: Team,
  {
    users,
    ...how
  }: { readonly users: readonly User[]; readonly world: World; readonly withSlash?: boolean },
): XmlElement {
  const summaries = users.map((user) => userSummaryElement('User', user, how));
  return element(name, [...teamFacts(team), element('users', summaries)]);
}

/** What a team is, without its users. */
export function teamFacts({ id, name }: Team): readonly XmlElement[] {
  return [element('uri', teamUri(id)), element('id', id), element('name', name)];
}
