import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import { type AlertRule } from '../settings/alert-rule';
import { MOST_RULES } from '../settings/read-alert-rules';
import { SettingsPageActions } from '../settings/settings-actions';
import { settingsFeature } from '../settings/settings-feature';
import { ruleText } from './alert-text';
import { RuleForm } from './rule-form';

/** The rules: switched on and off, made, changed, removed. They are kept with the settings. */
@Component({
  selector: 'app-rules-panel',
  imports: [MatButton, RuleForm],
  templateUrl: './rules-panel.html',
  styleUrl: './alerts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class RulesPanel {
  private readonly store = inject(Store);
  private readonly settings = this.store.selectSignal(settingsFeature.selectSettings);

  protected readonly rules = computed(() => this.settings().alerts);
  protected readonly isFull = computed(() => this.rules().length >= MOST_RULES);
  protected readonly edited = signal<AlertRule | undefined>(undefined);
  protected readonly textOf = ruleText;

  protected add(): void {
    this.edited.set({
      id: crypto.getRandomValues(new Uint32Array(2)).join('-'),
      name: '',
      isOn: true,
      metric: 'calls-waiting',
      comparison: 'above',
      threshold: 5,
      state: 'NOT_READY',
      scope: '',
      forSeconds: 0,
      margin: 0,
    });
  }

  protected save(rule: AlertRule): void {
    const isKnown = this.rules().some(({ id }) => id === rule.id);
    this.keep(
      isKnown
        ? this.rules().map((known) => (known.id === rule.id ? rule : known))
        : [...this.rules(), rule],
    );
    this.edited.set(undefined);
  }

  protected toggle(rule: AlertRule): void {
    this.save({ ...rule, isOn: !rule.isOn });
  }

  protected remove(rule: AlertRule): void {
    this.keep(this.rules().filter(({ id }) => id !== rule.id));
    this.edited.set(undefined);
  }

  private keep(alerts: readonly AlertRule[]): void {
    this.store.dispatch(SettingsPageActions.changed({ change: { alerts } }));
  }
}
