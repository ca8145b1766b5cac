import { readTunnelAccess, type TunnelAccess } from './allowed-origins';

/**
 * Asks the server that served the page who may drive it: `allowed-origins.json` beside it. Where there is none (a plain
 * directory, Cisco's own server) or it cannot be read, the page's own `meta` element holds the list; without that, nobody.
 */
export async function loadTunnelAccess(page: Document, request = fetch): Promise<TunnelAccess> {
  const meta = page.querySelector<HTMLMetaElement>('meta[name=event-tunnel-origins]');
  const own = { origins: meta?.content.split(' ') ?? [], allowPlainOverHttp: false };
  try {
    const response = await request(new URL('allowed-origins.json', page.baseURI), {
      cache: 'no-cache',
    });
    return readTunnelAccess(await response.json()) ?? own;
  } catch {
    return own;
  }
}
