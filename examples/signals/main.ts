import { provideHttpClient } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideEventTunnel, withOwnStore } from 'finesse-tunnel';
import { withSnapshots } from 'finesse-tunnel/rest';
import { MyDesk } from './my-desk';

void bootstrapApplication(MyDesk, {
  providers: [
    provideHttpClient(),
    provideEventTunnel(
      () => ({ tunnelUrl: `${location.origin}/tunnel/` }),
      withOwnStore(),
      withSnapshots(),
    ),
  ],
});
