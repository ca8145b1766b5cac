import { ChangeDetectionStrategy, Component } from '@angular/core';
import { AgentsPanel } from './agents/agents-panel';
import { EventFeed } from './events/event-feed';
import { NodesPanel } from './nodes/nodes-panel';
import { QueuesPanel } from './queues/queues-panel';

/** All of a shift on one page. */
@Component({
  selector: 'app-overview-page',
  imports: [AgentsPanel, EventFeed, NodesPanel, QueuesPanel],
  template: `
    <h1 class="visually-hidden" i18n="@@page.overview">Overview</h1>
    <div class="column">
      <app-agents-panel />
      <app-nodes-panel />
    </div>
    <div class="column">
      <app-queues-panel />
      <app-event-feed />
    </div>
  `,
  styleUrl: './overview-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OverviewPage {}
