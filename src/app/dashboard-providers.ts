import {
  type EnvironmentProviders,
  inject,
  provideBrowserGlobalErrorListeners,
  provideEnvironmentInitializer,
  provideZonelessChangeDetection,
  type Provider,
} from '@angular/core';
import {
  provideRouter,
  type Routes,
  TitleStrategy,
  withComponentInputBinding,
} from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { routes } from './app.routes';
import { fulfilWishes } from './agents/wishes/wish-effects';
import { wishesFeature } from './agents/wishes/wishes-feature';
import { PhaseLog } from './connection/phase-log';
import { Refusals } from './connection/refusals';
import { provideDevelopmentTools } from './development-tools';
import { provideIcons } from './display/icons';
import { feedFeature } from './events/feed-feature';
import { noteGaps } from './history/history-effects';
import { historyFeature } from './history/history-feature';
import { PageTitle } from './page-title';
import { disconnect, followConnection, showSignIn } from './session/session-effects';
import { sessionFeature } from './session/session-feature';
import { keepWatches } from './session/watch-effects';
import { watchesFeature } from './session/watches-feature';
import { applySettings, storeChoice, takeUpStored } from './settings/settings-effects';
import { settingsFeature } from './settings/settings-feature';

/**
 * What the live application and a replay are made of, but for the library.
 *
 * @param library - `provideEventTunnel(…)`, or its double in a test; it needs the store, and the effects need it.
 */
export function dashboardProviders(
  library: EnvironmentProviders,
): readonly (Provider | EnvironmentProviders)[] {
  return [
    ...sharedProviders(library, routes),
    provideEffects(
      { followConnection, disconnect, showSignIn, keepWatches, fulfilWishes },
      { storeChoice },
    ),
  ];
}

/**
 * What every form of the dashboard is made of.
 *
 * @param pages - Where what is shown.
 */
export function sharedProviders(
  library: EnvironmentProviders,
  pages: Routes,
): readonly (Provider | EnvironmentProviders)[] {
  return [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideRouter(pages, withComponentInputBinding()),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideIcons(),
    provideStore(),
    provideState(sessionFeature),
    provideState(watchesFeature),
    provideState(feedFeature),
    provideState(wishesFeature),
    provideState(historyFeature),
    provideState(settingsFeature),
    library,
    provideEffects({ noteGaps, takeUpStored, applySettings }),
    provideEnvironmentInitializer(() => {
      inject(Refusals);
      inject(PhaseLog);
    }),
    provideDevelopmentTools(),
  ];
}
