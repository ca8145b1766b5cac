/** Ways of the real product that can be switched on by name, each with what it does. */
export const QUIRK_MEANINGS = {
  'silent-refusal': 'a refused subscription gets no answer at all',
  'no-mobile-agents': 'signing in as a mobile agent is refused: Mode Not Allowed',
} as const;

/** The name of such a way. */
export type Quirk = keyof typeof QUIRK_MEANINGS;

/** Whether this word names one. */
export function isQuirk(word: string): word is Quirk {
  return Object.hasOwn(QUIRK_MEANINGS, word);
}

/** All names. */
export const QUIRKS: readonly Quirk[] = Object.keys(QUIRK_MEANINGS).filter(isQuirk);
