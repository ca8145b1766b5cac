import { InjectionToken } from '@angular/core';
import { SOURCE_LANGUAGE } from './language';
import { type LanguageInUse } from './use-language';

/** The language the application was started in. */
export const LANGUAGE_IN_USE = new InjectionToken<LanguageInUse>('LANGUAGE_IN_USE', {
  factory: () => ({ tag: SOURCE_LANGUAGE.tag }),
});
