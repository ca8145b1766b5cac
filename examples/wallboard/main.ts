import { provideHttpClient } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideEventTunnel, withOwnStore } from 'finesse-tunnel';
import { withSnapshots } from 'finesse-tunnel/rest';
import { Wallboard } from './wallboard';

void bootstrapApplication(Wallboard, {
  providers: [
    provideHttpClient(),
    provideEventTunnel(
      () => ({ tunnelUrl: `${location.origin}/tunnel/` }),
      withOwnStore(),
      withSnapshots(),
    ),
  ],
});
