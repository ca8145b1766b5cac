import { readTunnelAccess, type TunnelAccess } from './allowed-origins';

/**
 * Asks the server that served the page who may drive it: `allowed-origins.json` beside it. Where there is none (a plain
 * directory, Cisco's own server) or it cannot be read, the page's own `meta` element holds the list; without that, nobody.
 */
export async function loadTunnelAccess(page: Document, request = fetch): Promise<TunnelAccess> {
  let access: TunnelAccess | undefined;
  try {
    const response = await request('allowed-origins.json', { cache: 'no-cache' });
    access = readTunnelAccess(await response.json());
  } catch {
    // There is no list; the page's own counts.
  }
  const own = page.querySelector<HTMLMetaElement>('[name=event-tunnel-origins]')?.content ?? '';
  return access ?? { origins: own.match(/\S+/g) ?? [], allowPlainOverHttp: false };
}
