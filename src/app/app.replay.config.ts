import { APP_BASE_HREF } from '@angular/common';
import { type ApplicationConfig } from '@angular/core';
import { provideEventTunnelReplay } from 'finesse-tunnel/recording';
import { routes } from './app.routes';
import { sharedProviders } from './dashboard-providers';
import { Clock } from './display/clock';
import { feedFeature } from './events/feed-feature';
import { historyFeature } from './history/history-feature';
import { ReplayClock } from './replay/replay-clock';
import { IS_REPLAY } from './session/is-replay';
import { replayBase } from './session/is-replay-address';

/** The pages of a replay: those of the dashboard, and in the place of the sign-in the one that opens a recording. */
const replayRoutes = [
  {
    path: 'open',
    title: $localize`:@@page.open:Open a recording`,
    loadComponent: () => import('./replay/open-recording').then((m) => m.OpenRecording),
  },
  ...routes.filter(({ path }) => path !== 'sign-in'),
];

/** The dashboard over a recording: no host, no sign-in, no connection, and nothing that could be asked of anybody. */
export function replayConfig(): ApplicationConfig {
  const library = provideEventTunnelReplay({ features: [feedFeature.name, historyFeature.name] });
  return {
    providers: [
      ...sharedProviders(library, replayRoutes),
      { provide: APP_BASE_HREF, useFactory: () => replayBase(document.baseURI) },
      { provide: IS_REPLAY, useValue: true },
      { provide: Clock, useExisting: ReplayClock },
    ],
  };
}
