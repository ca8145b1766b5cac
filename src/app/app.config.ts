import { provideHttpClient } from '@angular/common/http';
import {
  type ApplicationConfig,
  isDevMode,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { provideStoreDevtools } from '@ngrx/store-devtools';
import { provideEventTunnel } from 'finesse-tunnel';
import { withSnapshots } from 'finesse-tunnel/rest';
import { routes } from './app.routes';
import { DASHBOARD_CONFIG, type DashboardConfig } from './config/dashboard-config';
import { provideIcons } from './display/icons';
import { feedFeature } from './events/feed-feature';
import { PageTitle } from './page-title';
import * as sessionEffects from './session/session-effects';
import { sessionFeature } from './session/session-feature';
import * as watchEffects from './session/watch-effects';
import { watchesFeature } from './session/watches-feature';

/** Everything the application is made of, for a configuration that was read before. */
export function appConfig(config: DashboardConfig): ApplicationConfig {
  const [{ tunnelUrl, restUrl }] = config.hosts;
  const { followConnection, disconnect, showSignIn } = sessionEffects;
  return {
    providers: [
      provideBrowserGlobalErrorListeners(),
      provideZonelessChangeDetection(),
      provideHttpClient(),
      provideRouter(routes, withComponentInputBinding()),
      { provide: TitleStrategy, useExisting: PageTitle },
      { provide: DASHBOARD_CONFIG, useValue: config },
      provideIcons(),
      provideStore(),
      provideState(sessionFeature),
      provideState(watchesFeature),
      provideState(feedFeature),
      provideEventTunnel(
        { tunnelUrl, restUrl, connectionType: config.connectionType },
        withSnapshots(),
      ),
      provideEffects({ followConnection, disconnect, showSignIn }, watchEffects),
      isDevMode() ? provideStoreDevtools({ maxAge: 50, connectInZone: false }) : [],
    ],
  };
}
