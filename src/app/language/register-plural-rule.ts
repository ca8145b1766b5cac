import { registerLocaleData } from '@angular/common';
import english from '@angular/common/locales/en';

/** Where Angular's locale data holds the plural rule, and the order of its answers. */
const PLURAL_RULE = english.findIndex((entry) => typeof entry === 'function');
const PLURAL_CATEGORIES: readonly Intl.LDMLPluralRule[] = [
  'zero',
  'one',
  'two',
  'few',
  'many',
  'other',
];

/**
 * Tells Angular the plural rule of a language, which is all it needs to know of it: dates and numbers are written
 * by `Intl` (`Formats`), so that a language that comes by file has them too.
 */
export function registerPluralRule(tag: string): void {
  const rules = new Intl.PluralRules(tag);
  const data: unknown[] = [...english];
  data[0] = tag;
  data[PLURAL_RULE] = (count: number) => PLURAL_CATEGORIES.indexOf(rules.select(count));
  registerLocaleData(data, tag);
}
