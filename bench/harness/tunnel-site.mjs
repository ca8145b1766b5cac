// A host page, the built tunnel page, its rivals, and the XMPP server behind them, on one port.
import { readFileSync } from 'node:fs';
import { build } from '../../scripts/build-parts.mjs';
import { at } from '../../scripts/workspace.mjs';
import { page } from './browser.mjs';
import { bundle } from './bundle.mjs';
import { serveXmpp } from './xmpp-server.mjs';

/** Serves the module `host` at `/`, the tunnel pages at `/tunnel/`, `/strophe/`, `/xmpp-client/`, `/stanza/` and `/bare/`. */
export async function serveTunnelSite(host) {
  await build(['event-tunnel']);
  const origins = JSON.stringify({ origins: ['loopback'], allowPlainOverHttp: true });
  return serveXmpp({
    '/': html(page('host', '/main.js', '<bench-table></bench-table>')),
    '/main.js': script(await bundle(host)),
    '/tunnel/': html(readFileSync(at('dist/event-tunnel/index.html'))),
    '/tunnel/EventTunnel.js': script(readFileSync(at('dist/event-tunnel/EventTunnel.js'))),
    '/tunnel/allowed-origins.json': { type: 'application/json', body: origins },
    '/strophe/': html(page('Strophe', '/strophe/main.js')),
    '/strophe/main.js': script(await bundle('bench/rivals/strophe-page.mjs')),
    '/xmpp-client/': html(page('@xmpp/client', '/xmpp-client/main.js')),
    '/xmpp-client/main.js': script(await bundle('bench/rivals/xmpp-client-page.mjs')),
    '/stanza/': html(page('stanza', '/stanza/main.js')),
    '/stanza/main.js': script(await bundle('bench/rivals/stanza-page.mjs')),
    '/bare/': html(page('bare', '/bare/main.js')),
    '/bare/main.js': script(await bundle('bench/rivals/bare-page.mjs')),
  });
}

function html(body) {
  return { type: 'text/html', body };
}

function script(body) {
  return { type: 'text/javascript', body };
}
