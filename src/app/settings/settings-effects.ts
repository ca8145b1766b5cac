import { DOCUMENT, inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { type Action, Store } from '@ngrx/store';
import { map, startWith, tap, filter, distinctUntilChanged } from 'rxjs';
import { ColorTheme } from '../display/color-theme';
import { Formats } from '../display/formats';
import { QueueLimits } from '../display/queue-limits';
import { StateLimits } from '../display/state-thresholds';
import { SessionActions } from '../session/session-actions';
import { sessionFeature } from '../session/session-feature';
import { readSettings, writeSettings } from './read-settings';
import { SettingsPageActions, StoredSettingsActions } from './settings-actions';
import { queueThresholds } from './queue-thresholds';
import { settingsFeature } from './settings-feature';
import { SettingsStorage } from './settings-storage';
import { stateLimits } from './state-limits';

/** Takes up what is stored: at the start the last settings, after signing in those of the agent. */
export const takeUpStored = createEffect(
  (actions$ = inject(Actions), storage = inject(SettingsStorage)) => {
    return actions$.pipe(
      ofType(SessionActions.opened),
      map(({ agentId }): string | undefined => agentId),
      startWith(undefined),
      map((agentId) => storage.read(agentId)),
      filter((text) => text !== undefined),
      map((text): Action => {
        const reading = readSettings(text);
        return reading.ok
          ? StoredSettingsActions.found({ settings: reading.settings })
          : StoredSettingsActions.refused({ problems: reading.problems });
      }),
    );
  },
  { functional: true },
);

/** Stores what somebody chose. */
export const storeChoice = createEffect(
  (actions$ = inject(Actions), storage = inject(SettingsStorage), store = inject(Store)) => {
    const settings = store.selectSignal(settingsFeature.selectSettings);
    const agentId = store.selectSignal(sessionFeature.selectAgentId);
    return actions$.pipe(
      ofType(SettingsPageActions.changed, SettingsPageActions.imported),
      tap(() => storage.write(writeSettings(settings()), agentId())),
    );
  },
  { functional: true, dispatch: false },
);

/** Puts the settings into effect: on the document, and on whatever writes times and numbers. */
export const applySettings = createEffect(
  (
    store = inject(Store),
    targets = {
      theme: inject(ColorTheme),
      formats: inject(Formats),
      limits: inject(StateLimits),
      queueLimits: inject(QueueLimits),
      document: inject(DOCUMENT),
    },
  ) => {
    return store.select(settingsFeature.selectSettings).pipe(
      distinctUntilChanged(),
      tap(({ theme, hours, numbers, density, thresholds }) => {
        targets.limits.use(stateLimits(thresholds));
        targets.queueLimits.use(queueThresholds(thresholds));
        targets.theme.use(theme);
        targets.formats.use({ hours, numbers });
        targets.document.documentElement.dataset['density'] = density;
      }),
    );
  },
  { functional: true, dispatch: false },
);
