import { readTunnelAccess, type TunnelAccess } from './allowed-origins';

/**
 * Asks the server that served the page who may drive it: `allowed-origins.json` beside it. Where there is none (a plain
 * directory, Cisco's own server) or it cannot be read, the page's own `meta` element holds the list.
 */
export async function loadTunnelAccess(page: Document, request = fetch): Promise<TunnelAccess> {
  try {
    const response = await request(new URL('allowed-origins.json', page.baseURI), {
      cache: 'no-cache',
    });
    const access = response.ok ? readTunnelAccess(await response.json()) : undefined;
    return access ?? metaAccess(page);
  } catch {
    return metaAccess(page);
  }
}

function metaAccess(page: Document): TunnelAccess {
  const meta = page.querySelector('meta[name="event-tunnel-origins"]');
  const origins = meta?.getAttribute('content')?.split(/[\s,]+/) ?? ['same-host'];
  return { origins, allowPlainOverHttp: false };
}
