import { loadDashboardConfig } from './app/config/load-dashboard-config';
import { SOURCE_LANGUAGE } from './app/language/language';
import { storedLanguage } from './app/language/stored-language';
import { useLanguage } from './app/language/use-language';

const chosen = storedLanguage();
let language = await useLanguage(chosen ?? SOURCE_LANGUAGE.tag);
const reading = await loadDashboardConfig(new URL('config.json', document.baseURI).href);
if (chosen === undefined && reading.ok) {
  language = await useLanguage(reading.config.language);
}
// Not before: the texts of a module are looked up when it is loaded.
const { startDashboard } = await import('./app/start-dashboard');
await startDashboard(reading, language);
