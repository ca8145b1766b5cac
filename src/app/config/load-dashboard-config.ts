import { type ConfigReading } from './dashboard-config';
import { readDashboardConfig, refusal } from './read-dashboard-config';

/**
 * Fetches and reads `config.json` beside the page.
 *
 * @param url - Absolute, so that a route deep inside the application finds the same file.
 */
export async function loadDashboardConfig(
  url: string,
  load: typeof fetch = (input, init) => fetch(input, init),
): Promise<ConfigReading> {
  const text = await fetchText(url, load);
  if (typeof text !== 'string') {
    return text;
  }
  try {
    return readDashboardConfig(JSON.parse(text));
  } catch (error) {
    return refusal(
      '',
      $localize`:@@config.no-json:It is no JSON: ${String(error)}:reason:.`,
      $localize`:@@config.no-json.remedy:Correct the syntax: quotes around names and texts, no comma after the last entry.`,
    );
  }
}

async function fetchText(url: string, load: typeof fetch): Promise<string | ConfigReading> {
  try {
    const answer = await load(url, { cache: 'no-cache' });
    return answer.ok
      ? await answer.text()
      : refusal(
          '',
          $localize`:@@config.http:${url}:url: answers with HTTP status ${answer.status}:status:.`,
          $localize`:@@config.http.remedy:Put config.json beside index.html, where the server can read it.`,
        );
  } catch {
    return refusal(
      '',
      $localize`:@@config.unreachable:${url}:url: cannot be fetched.`,
      $localize`:@@config.unreachable.remedy:Check that the web server runs, then reload.`,
    );
  }
}
