import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { AgentDetails } from './agents/agent-details';
import { EventFeed } from './events/event-feed';

/** One agent: state, dialogs, and the latest events about them. */
@Component({
  selector: 'app-agent-page',
  imports: [AgentDetails, EventFeed],
  template: `
    <app-agent-details [id]="id()" />
    <app-event-feed [agentId]="id()" />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      align-items: start;
      gap: var(--app-gap);
    }

    @media (max-width: 980px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgentPage {
  readonly id = input.required<string>();
}
