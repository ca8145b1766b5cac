import { provideHttpClient } from '@angular/common/http';
import { type ApplicationConfig } from '@angular/core';
import { provideEventTunnel, withDiagnostics, withSharedTunnel } from 'finesse-tunnel';
import { withRecording } from 'finesse-tunnel/recording';
import { withSnapshots } from 'finesse-tunnel/rest';
import { DASHBOARD_CONFIG, type DashboardConfig } from './config/dashboard-config';
import { dashboardProviders } from './dashboard-providers';

/** Everything the application is made of, for a configuration that was read before. */
export function appConfig(config: DashboardConfig): ApplicationConfig {
  const { hosts, connectionType, sharedTunnel } = config;
  const [{ tunnelUrl, restUrl }, ...otherHosts] = hosts;
  return {
    providers: [
      provideHttpClient(),
      { provide: DASHBOARD_CONFIG, useValue: config },
      ...dashboardProviders(
        provideEventTunnel(
          { tunnelUrl, restUrl, otherHosts, connectionType },
          withSnapshots(),
          withRecording(),
          withDiagnostics(),
          ...(sharedTunnel ? [withSharedTunnel()] : []),
        ),
      ),
    ],
  };
}
