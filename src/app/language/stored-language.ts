import { isLanguageTag } from './language';

const STORAGE_KEY = 'finesse-dashboard.language';

/** The language chosen in this browser, if one was. Read before anything of the application is loaded. */
export function storedLanguage(): string | undefined {
  try {
    const tag: unknown = localStorage.getItem(STORAGE_KEY);
    return isLanguageTag(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers the language for the next load of the page. */
export function storeLanguage(tag: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, tag);
  } catch {
    // Storage may be switched off; the choice then lasts as long as the page.
  }
}
