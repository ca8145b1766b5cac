import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { SettingsPageActions, StoredSettingsActions } from './settings-actions';

/** How the person in front of the screen wants it. */
export interface SettingsState {
  readonly settings: Settings;
  /** Why what was stored is not in use. */
  readonly problems: readonly string[];
}

/** The settings in use. */
export const settingsFeature = createFeature({
  name: 'settings',
  reducer: createReducer<SettingsState>(
    { settings: DEFAULT_SETTINGS, problems: [] },
    on(SettingsPageActions.changed, (state, { change }): SettingsState => ({
      settings: { ...state.settings, ...change },
      problems: [],
    })),
    on(
      SettingsPageActions.imported,
      StoredSettingsActions.found,
      (_, { settings }): SettingsState => ({ settings, problems: [] }),
    ),
    on(StoredSettingsActions.refused, (state, { problems }): SettingsState => ({
      ...state,
      problems,
    })),
  ),
});

/** From when on something is marked. */
export const selectThresholds = createSelector(
  settingsFeature.selectSettings,
  ({ thresholds }) => thresholds,
);
