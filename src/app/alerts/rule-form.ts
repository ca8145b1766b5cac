import {
  ChangeDetectionStrategy,
  Component,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ALERT_METRICS, type AlertRule } from '../settings/alert-rule';
import { readAlertRules } from '../settings/read-alert-rules';
import { METRIC_WORDS } from './alert-text';

/** A form that makes a rule, or changes one. */
@Component({
  selector: 'app-rule-form',
  imports: [MatButton],
  templateUrl: './rule-form.html',
  styleUrl: './alerts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RuleForm {
  readonly rule = input.required<AlertRule>();
  readonly saved = output<AlertRule>();
  readonly cancelled = output();

  protected readonly metrics = ALERT_METRICS.map((metric) => ({
    metric,
    word: METRIC_WORDS[metric],
  }));
  protected readonly draft = linkedSignal(() => this.rule());
  protected readonly problems = signal<readonly string[]>([]);

  protected change(part: Partial<Omit<AlertRule, 'metric' | 'comparison'>>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected chooseMetric(word: string): void {
    this.draft.update((draft) => ({
      ...draft,
      metric: ALERT_METRICS.find((metric) => metric === word) ?? draft.metric,
    }));
  }

  protected chooseComparison(word: string): void {
    const comparison = word === 'below' ? 'below' : 'above';
    this.draft.update((draft) => ({ ...draft, comparison }));
  }

  /** Both or none; one alone is told when the rule is saved. */
  protected changeQuiet(part: { readonly from?: string; readonly to?: string }): void {
    this.draft.update((draft) => {
      const { quiet = { from: '', to: '' }, ...rest } = draft;
      const next = { ...quiet, ...part };
      return next.from === '' && next.to === '' ? rest : { ...rest, quiet: next };
    });
  }

  protected save(event: Event): void {
    event.preventDefault();
    const problems: string[] = [];
    const draft = this.draft();
    const state = draft.metric === 'time-in-state' ? draft.state : '';
    const [rule] = readAlertRules([{ ...draft, state }], problems);
    this.problems.set(problems.map((problem) => problem.replace(/^alerts\[0\]\./, '')));
    if (rule !== undefined) {
      this.saved.emit(rule);
    }
  }
}
