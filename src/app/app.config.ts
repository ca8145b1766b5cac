import { provideHttpClient } from '@angular/common/http';
import { type ApplicationConfig } from '@angular/core';
import { provideEventTunnel } from 'finesse-tunnel';
import { withSnapshots } from 'finesse-tunnel/rest';
import { type DashboardConfig } from './config/dashboard-config';
import { dashboardProviders } from './dashboard-providers';

/** Everything the application is made of, for a configuration that was read before. */
export function appConfig({ hosts, connectionType }: DashboardConfig): ApplicationConfig {
  const [{ tunnelUrl, restUrl }] = hosts;
  return {
    providers: [
      provideHttpClient(),
      ...dashboardProviders(
        provideEventTunnel({ tunnelUrl, restUrl, connectionType }, withSnapshots()),
      ),
    ],
  };
}
