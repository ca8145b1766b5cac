import { ChangeDetectionStrategy, Component } from '@angular/core';
import { EventFeed } from './events/event-feed';

/** The event feed alone. */
@Component({
  selector: 'app-events-page',
  imports: [EventFeed],
  template: `<h1 class="visually-hidden" i18n="@@page.events">Events</h1>
    <app-event-feed />`,
  styles: `
    :host {
      display: block;
      --events-height: calc(100vh - 220px);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EventsPage {}
