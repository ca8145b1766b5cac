import { LOCALE_ID } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';
import { CONFIG_PROBLEMS, ConfigErrorScreen } from './config/config-error-screen';
import { type ConfigReading } from './config/dashboard-config';
import { isReplay } from './session/is-replay-address';
import { LANGUAGE_IN_USE } from './language/language-in-use';
import { type LanguageInUse } from './language/use-language';

/** Starts the dashboard, or the screen that says why it cannot start. */
export async function startDashboard(
  reading: ConfigReading,
  language: LanguageInUse,
): Promise<void> {
  const locale = [
    { provide: LOCALE_ID, useValue: language.tag },
    { provide: LANGUAGE_IN_USE, useValue: language },
  ];
  if (isReplay(location, document.baseURI)) {
    const { replayConfig } = await import('./app.replay.config');
    const { providers } = replayConfig();
    await bootstrapApplication(App, { providers: [...providers, ...locale] });
  } else if (reading.ok) {
    const { providers } = appConfig(reading.config);
    await bootstrapApplication(App, { providers: [...providers, ...locale] });
  } else {
    await bootstrapApplication(ConfigErrorScreen, {
      providers: [...locale, { provide: CONFIG_PROBLEMS, useValue: reading.problems }],
    });
  }
}
