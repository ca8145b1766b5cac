/** The texts of a language file by id, or what is wrong with the file. */
export type TranslationsReading =
  | { readonly ok: true; readonly translations: Record<string, string> }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads the content of a language file: `{ "locale": "de", "translations": { "sign-in.submit": "Anmelden" } }`.
 *
 * The problem is in English: it is told when there is no translation.
 */
export function readTranslations(content: unknown, tag: string): TranslationsReading {
  if (!isRecord(content) || !isRecord(content['translations'])) {
    return { ok: false, problem: 'It holds no { "locale": …, "translations": { … } }.' };
  }
  if (content['locale'] !== tag) {
    return {
      ok: false,
      problem: `Its "locale" is ${JSON.stringify(content['locale'])}, not "${tag}".`,
    };
  }
  const translations: Record<string, string> = {};
  for (const [id, text] of Object.entries(content['translations'])) {
    if (typeof text !== 'string') {
      return { ok: false, problem: `The translation of "${id}" is no text.` };
    }
    translations[id] = text;
  }
  return { ok: true, translations };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
