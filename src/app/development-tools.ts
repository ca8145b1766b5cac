import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { provideStoreDevtools } from '@ngrx/store-devtools';

/** What the production build replaces by `false`; undefined where nobody defined it, as in tests. */
declare const ngDevMode: boolean | undefined;

/**
 * The store's DevTools, in development builds only.
 *
 * Asks the build and not `isDevMode()`: that is answered when the application runs, so its tools would be in every download.
 */
export function provideDevelopmentTools(): EnvironmentProviders {
  return typeof ngDevMode !== 'undefined' && ngDevMode
    ? provideStoreDevtools({ maxAge: 50, connectInZone: false })
    : makeEnvironmentProviders([]);
}
