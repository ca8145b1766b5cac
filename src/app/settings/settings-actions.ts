import { createActionGroup, props } from '@ngrx/store';
import { type Settings } from './settings';

/** What somebody chose, on the settings page or at the top. */
export const SettingsPageActions = createActionGroup({
  source: 'Settings Page',
  events: {
    Changed: props<{ readonly change: Partial<Settings> }>(),
    /** A file was read and taken over. */
    Imported: props<{ readonly settings: Settings }>(),
  },
});

/** What was found in this browser. */
export const StoredSettingsActions = createActionGroup({
  source: 'Stored Settings',
  events: {
    Found: props<{ readonly settings: Settings }>(),
    /** They were not usable and have been left where they are. */
    Refused: props<{ readonly problems: readonly string[] }>(),
  },
});
