/** Ways of the real product that can be switched on by name, each with what it does. */
export const QUIRK_MEANINGS = {
  'silent-refusal': 'a refused subscription gets no answer at all',
  'no-mobile-agents': 'signing in as a mobile agent is refused: Mode Not Allowed',
  'logout-on-disconnect':
    'an agent whose desktop is gone is signed out on Unified CCE too (agent desk setting Logout on Agent Disconnect)',
  'state-change-200': 'PUT User answers a change of state with 200 in place of 202',
  'http-redirect': 'REST over plain HTTP answers 301 to the TLS listener; needs --tls',
  'lower-case-events': 'the event of a notification is put, post or delete',
  'data-last': 'a notification has its children in another order: event, source, requestId, data',
  'upper-case-objects': 'the object of a notification begins with a capital: User, Dialog, Dialogs',
  'no-request-ids': 'the requestId of a notification is empty',
  'repeated-events': 'every notification comes twice',
  'team-snapshots': 'a team node carries the whole team in place of the agent who changed',
  'trailing-slashes': 'the uri of an agent in a team ends with a slash',
  'old-queue-figures': 'notifications of queues lack agentsBusyOther and agentsLoggedOn',
} as const;

/** The name of such a way. */
export type Quirk = keyof typeof QUIRK_MEANINGS;

/** Whether this word names one. */
export function isQuirk(word: string): word is Quirk {
  return Object.hasOwn(QUIRK_MEANINGS, word);
}

/** All names. */
export const QUIRKS: readonly Quirk[] = Object.keys(QUIRK_MEANINGS).filter(isQuirk);
