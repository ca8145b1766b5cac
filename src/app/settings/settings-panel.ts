import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import { saveFile } from '../display/save-file';
import { LanguageChoice } from '../language/language-choice';
import { readSettings, writeSettings } from './read-settings';
import { DEFAULT_SETTINGS, type Thresholds } from './settings';
import { SettingsPageActions } from './settings-actions';
import { CHOICES, type SettingChoice, THRESHOLD_LABELS } from './settings-choices';
import { settingsFeature } from './settings-feature';

/** Changes every setting, each put into effect at once; exports and imports them as a file. */
@Component({
  selector: 'app-settings-panel',
  imports: [LanguageChoice, MatButton],
  templateUrl: './settings-panel.html',
  styleUrl: './settings-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class SettingsPanel {
  private readonly store = inject(Store);

  protected readonly moreLanguages = inject(DASHBOARD_CONFIG, { optional: true })?.languages ?? [];
  protected readonly settings = this.store.selectSignal(settingsFeature.selectSettings);
  protected readonly storedProblems = this.store.selectSignal(settingsFeature.selectProblems);
  protected readonly choices = CHOICES;
  protected readonly thresholds = THRESHOLD_LABELS;
  protected readonly needsReload = signal(false);
  protected readonly wrong = signal<keyof Thresholds | undefined>(undefined);
  /** Of the last file; none: it was taken over. */
  protected readonly importProblems = signal<readonly string[] | undefined>(undefined);

  protected choose({ field }: SettingChoice, value: string): void {
    const reading = readSettings(JSON.stringify({ version: 1, [field]: value }));
    if (reading.ok) {
      const change = { [field]: reading.settings[field] };
      this.store.dispatch(SettingsPageActions.changed({ change }));
    }
  }

  protected setThreshold(name: keyof Thresholds, field: HTMLInputElement): void {
    const { [name]: _, ...others } = this.settings().thresholds;
    const value = field.valueAsNumber;
    const isEmpty = field.value === '' && !field.validity.badInput;
    if (!isEmpty && !field.validity.valid) {
      this.wrong.set(name);
      return;
    }
    this.wrong.set(undefined);
    const thresholds = isEmpty ? others : { ...others, [name]: value };
    this.store.dispatch(SettingsPageActions.changed({ change: { thresholds } }));
  }

  protected exportFile(): void {
    saveFile('finesse-dashboard-settings.json', writeSettings(this.settings()), 'application/json');
  }

  protected async importFile(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    field.value = '';
    if (file === undefined) {
      return;
    }
    const reading = readSettings(await file.text());
    if (reading.ok) {
      this.store.dispatch(SettingsPageActions.imported({ settings: reading.settings }));
    }
    this.importProblems.set(reading.ok ? [] : reading.problems);
  }

  protected reset(): void {
    this.store.dispatch(SettingsPageActions.imported({ settings: DEFAULT_SETTINGS }));
  }

  protected reload(): void {
    location.reload();
  }
}
