import { Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { AgentList } from '../../docs/examples/agent-list';
import { appConfig } from '../../docs/examples/app-config';
import { ReadyButton } from '../../docs/examples/ready-button';
import { TeamList } from '../../docs/examples/team-list';

/** The blocks of the documents, put on one page as they stand there. */
@Component({
  selector: 'app-root',
  imports: [AgentList, ReadyButton, TeamList],
  template: `
    <app-agent-list />
    <app-team-list teamId="31" />
    <app-ready-button />
  `,
})
class DocumentsPage {}

void bootstrapApplication(DocumentsPage, appConfig);
