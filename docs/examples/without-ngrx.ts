import { provideHttpClient } from '@angular/common/http';
import { type ApplicationConfig } from '@angular/core';
import { provideEventTunnel, withOwnStore } from 'finesse-tunnel';
import { withSnapshots } from 'finesse-tunnel/rest';

export const appConfig: ApplicationConfig = {
  providers: [
    provideHttpClient(),
    provideEventTunnel(
      { tunnelUrl: 'https://finesse-a.example.test:8445/tunnel/' },
      withOwnStore(),
      withSnapshots(),
    ),
  ],
};
