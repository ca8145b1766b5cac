import { loadTranslations } from '@angular/localize';
import { SOURCE_LANGUAGE } from './language';
import { readTranslations, type TranslationsReading } from './read-translations';

/** The language in use, and why it is not the one asked for. */
export interface LanguageInUse {
  readonly tag: string;
  /** Absent when all went well; in English, as there is no translation then. */
  readonly problem?: string;
}

/**
 * Loads the texts of a language. It must be awaited before the application is imported: texts of a module are
 * looked up when the module is loaded.
 *
 * @returns English with the reason when the file cannot be used; the application starts all the same.
 */
export async function useLanguage(
  tag: string,
  load: typeof fetch = (input, init) => fetch(input, init),
): Promise<LanguageInUse> {
  if (tag === SOURCE_LANGUAGE.tag) {
    return { tag };
  }
  const url = new URL(`languages/${tag}.json`, document.baseURI).href;
  const reading = await fetchTranslations(url, tag, load);
  if (!reading.ok) {
    return { tag: SOURCE_LANGUAGE.tag, problem: `${url} cannot be used. ${reading.problem}` };
  }
  loadTranslations(reading.translations);
  const { registerPluralRule } = await import('./register-plural-rule');
  registerPluralRule(tag);
  document.documentElement.lang = tag;
  return { tag };
}

async function fetchTranslations(
  url: string,
  tag: string,
  load: typeof fetch,
): Promise<TranslationsReading> {
  try {
    const answer = await load(url, { cache: 'no-cache' });
    return answer.ok
      ? readTranslations(await answer.json(), tag)
      : { ok: false, problem: `The server answers with HTTP status ${answer.status}.` };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : 'It cannot be fetched.' };
  }
}
