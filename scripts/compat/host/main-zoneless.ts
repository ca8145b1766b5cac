import { provideHttpClient } from '@angular/common/http';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideEventTunnel, withOwnStore } from 'finesse-tunnel';
import { withSnapshots } from 'finesse-tunnel/rest';
import { LiveTeam } from './live-team';

bootstrapApplication(LiveTeam, {
  providers: [
    provideZonelessChangeDetection(),
    provideHttpClient(),
    provideEventTunnel(
      () => ({ tunnelUrl: `${location.origin}/tunnel/` }),
      withOwnStore(),
      withSnapshots(),
    ),
  ],
}).catch((failure: unknown) => console.error(failure));
