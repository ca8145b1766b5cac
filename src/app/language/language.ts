/** A language the dashboard can be shown in. */
export interface Language {
  /** BCP 47, such as `de` or `pt-BR`; its file is `languages/<tag>.json` beside `index.html`. */
  readonly tag: string;
  /** In the language itself. */
  readonly name: string;
}

/** The language of the source: it needs no file. */
export const SOURCE_LANGUAGE: Language = { tag: 'en', name: 'English' };

/** The languages that are complete. Others come by file, named in `config.json`. */
export const BUILT_IN_LANGUAGES: readonly Language[] = [
  SOURCE_LANGUAGE,
  { tag: 'de', name: 'Deutsch' },
];

/** Whether a text can be the tag of a language, and so part of a file's name. */
export function isLanguageTag(text: unknown): text is string {
  return typeof text === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(text);
}
