import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Store } from '@ngrx/store';
import { selectConnectionStatus } from 'finesse-tunnel';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import { Formats } from '../display/formats';
import { remedyFor } from './remedy';

/** The last failure in plain words, and what to do about it; nothing where there is none. */
@Component({
  selector: 'app-remedy-notice',
  imports: [MatIcon],
  template: `
    @if (shown(); as remedy) {
      <section class="notice warn" [attr.data-problem]="remedy.error.code">
        <mat-icon svgIcon="warning" aria-hidden="true" />
        <div>
          <h3>{{ remedy.title }}</h3>
          <ol>
            @for (step of remedy.steps; track $index) {
              <li>
                {{ step.text }}
                @if (step.url; as url) {
                  <a target="_blank" rel="noopener noreferrer" [href]="url">{{ url }}</a>
                }
                @if (step.command; as command) {
                  <code>{{ command }}</code>
                }
              </li>
            }
          </ol>
          @if (!isBrief()) {
            <p class="small">
              {{ formats.time(remedy.error.at) }} · {{ remedy.error.code }} ·
              {{ remedy.error.message }}
            </p>
          }
        </div>
      </section>
    }
  `,
  styles: `
    section {
      margin: 12px 16px 0;
    }

    section > div {
      min-width: 0;
    }

    h3 {
      font: var(--mat-sys-title-small);
    }

    ol {
      display: grid;
      gap: 4px;
      margin: 6px 0;
      padding-inline-start: 20px;
    }

    a,
    code {
      overflow-wrap: anywhere;
      color: inherit;
    }

    code {
      display: block;
      font-family: var(--app-mono);
    }

    .small {
      font: var(--mat-sys-body-small);
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RemedyNotice {
  /** Without the library's own words, where they stand already. */
  readonly isBrief = input(false);

  private readonly hosts = inject(DASHBOARD_CONFIG, { optional: true })?.hosts ?? [];
  private readonly status = inject(Store).selectSignal(selectConnectionStatus);

  protected readonly formats = inject(Formats);
  protected readonly shown = computed(() => {
    const { error, hostIndex = 0 } = this.status();
    const { tunnelUrl = '', restUrl = '' } = this.hosts[hostIndex] ?? {};
    return error === undefined
      ? undefined
      : { error, ...remedyFor(error.code, { tunnelUrl, restUrl, origin: location.origin }) };
  });
}
