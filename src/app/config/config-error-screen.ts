import { ChangeDetectionStrategy, Component, inject, InjectionToken } from '@angular/core';
import { type ConfigProblem } from './dashboard-config';

/** What was wrong, for the screen that says so. */
export const CONFIG_PROBLEMS = new InjectionToken<readonly ConfigProblem[]>('CONFIG_PROBLEMS');

/** Stands in for the whole application when `config.json` cannot be used. */
@Component({
  selector: 'app-root',
  templateUrl: './config-error-screen.html',
  styleUrl: './config-error-screen.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfigErrorScreen {
  protected readonly problems = inject(CONFIG_PROBLEMS);

  protected reload(): void {
    location.reload();
  }
}
