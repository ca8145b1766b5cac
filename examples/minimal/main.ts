import { provideHttpClient } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideStore } from '@ngrx/store';
import { provideEventTunnel } from 'finesse-tunnel';
import { withSnapshots } from 'finesse-tunnel/rest';
import { AgentTable } from './agent-table';

void bootstrapApplication(AgentTable, {
  providers: [
    provideHttpClient(),
    provideStore(),
    provideEventTunnel(() => ({ tunnelUrl: `${location.origin}/tunnel/` }), withSnapshots()),
  ],
});
