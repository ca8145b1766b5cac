import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type StateMark } from '../display/state-thresholds';

/** A figure that is marked by icon, word and colour when it needs attention. */
@Component({
  selector: 'app-queue-figure',
  imports: [MatIcon],
  template: `
    {{ text() }}
    @switch (mark()) {
      @case ('warn') {
        <mat-icon svgIcon="warning" aria-hidden="true" />
        <span class="visually-hidden" i18n="@@queues.mark.warn">high</span>
      }
      @case ('alarm') {
        <mat-icon svgIcon="alarm" aria-hidden="true" />
        <span class="visually-hidden" i18n="@@queues.mark.alarm">too high</span>
      }
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: 4px;
      align-items: center;
    }

    :host([data-mark='warn']) {
      color: var(--app-wrap-up);
      font-weight: 700;
    }

    :host([data-mark='alarm']) {
      color: var(--app-not-ready);
      font-weight: 700;
    }

    mat-icon.mat-icon {
      inline-size: 15px;
      block-size: 15px;
    }
  `,
  host: { '[attr.data-mark]': 'mark()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueueFigure {
  readonly text = input.required<string | number>();
  readonly mark = input.required<StateMark>();
}
