import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EventFeed } from './events/event-feed';
import { RecordButton } from './events/record-button';
import { IS_REPLAY } from './session/is-replay';
import { replayBase } from './session/is-replay-address';

/** The event feed alone, to be recorded; or a recording to be opened beside it. */
@Component({
  selector: 'app-events-page',
  imports: [EventFeed, MatButton, RecordButton],
  template: `<h1 class="visually-hidden" i18n="@@page.events">Events</h1>
    <app-event-feed>
      @if (!isReplay) {
        <ng-container feedAction>
          <a
            mat-button
            target="_blank"
            rel="noopener"
            [href]="replayAddress"
            i18n="@@page.open-in-tab"
            >Open a recording</a
          >
          <app-record-button />
        </ng-container>
      }
    </app-event-feed>`,
  styles: `
    :host {
      display: block;
      --events-height: calc(100vh - 220px);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EventsPage {
  protected readonly isReplay = inject(IS_REPLAY);
  protected readonly replayAddress = replayBase(document.baseURI);
}
