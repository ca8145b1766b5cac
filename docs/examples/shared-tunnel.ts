import { provideHttpClient } from '@angular/common/http';
import { type ApplicationConfig } from '@angular/core';
import { provideStore } from '@ngrx/store';
import { provideEventTunnel, withSharedTunnel } from 'finesse-tunnel';
import { withSnapshots } from 'finesse-tunnel/rest';

export const appConfig: ApplicationConfig = {
  providers: [
    provideHttpClient(),
    provideStore(),
    provideEventTunnel(
      { tunnelUrl: 'https://finesse-a.example.test:8445/tunnel/' },
      withSharedTunnel(),
      withSnapshots(),
    ),
  ],
};
