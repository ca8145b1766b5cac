import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { CONFIG_PROBLEMS, ConfigErrorScreen } from './app/config/config-error-screen';
import { loadDashboardConfig } from './app/config/load-dashboard-config';

const reading = await loadDashboardConfig(new URL('config.json', document.baseURI).href);
if (reading.ok) {
  await bootstrapApplication(App, appConfig(reading.config));
} else {
  await bootstrapApplication(ConfigErrorScreen, {
    providers: [{ provide: CONFIG_PROBLEMS, useValue: reading.problems }],
  });
}
