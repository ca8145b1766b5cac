// Z1 to Z3: what a browser has to fetch, gzip.
import { build } from '../../scripts/build-parts.mjs';
import { bundle, gzipSize, gzipSizeOf } from '../harness/bundle.mjs';
import { ratio, table } from '../harness/results.mjs';
import { weighDashboard, weighEntry, weighPage } from '../harness/weights.mjs';

const PAGE = 'event-tunnel, every byte';
const LIBRARY = 'finesse-tunnel, all of the main entry';
const PAGES = {
  'a page on Strophe 5, script': 'bench/rivals/strophe-page.mjs',
  'a page on @xmpp/client, WebSocket alone, script': 'bench/rivals/xmpp-client-page.mjs',
  'a page on stanza 12, script': 'bench/rivals/stanza-page.mjs',
};
/** Other ways to bring events into a page, whole, with everything that they need. */
const LIBRARIES = {
  'rx-stomp 2, with stompjs and rxjs': '@stomp/rx-stomp',
  '@microsoft/signalr 10': '@microsoft/signalr',
  'penpal 7': 'penpal',
  'amazon-connect-streams 2': 'amazon-connect-streams',
};

export const title = 'Sizes: bytes to fetch, gzip';
export const rounds = 1;

/** Builds everything for production and weighs it. */
export async function run({ log }) {
  log('building');
  await build(['event-tunnel', 'finesse-tunnel', 'dashboard']);
  const pages = { [PAGE]: [weighPage()] };
  for (const [name, entry] of Object.entries(PAGES)) {
    pages[name] = [gzipSize(await bundle(entry))];
  }
  const libraries = {
    [LIBRARY]: [await weighEntry('finesse-tunnel')],
    'finesse-tunnel/protocol': [await weighEntry('finesse-tunnel/protocol')],
    'finesse-tunnel/rest, beyond the main entry': [
      await weighEntry('finesse-tunnel/rest', ['finesse-tunnel']),
    ],
  };
  const others = {};
  for (const [name, entry] of Object.entries(LIBRARIES)) {
    others[name] = [await gzipSizeOf(`import * as all from '${entry}'; globalThis.all = all;`)];
  }
  return report({ pages, libraries, others, dashboard: weighDashboard() });
}

function report({ pages, libraries, others, dashboard }) {
  const [page] = pages[PAGE];
  const unit = 'bytes';
  return {
    tables: [
      table(pages, { title: 'tunnel page', unit, base: PAGE }),
      table(
        { ...libraries, ...others },
        { title: 'library, beyond its peers; others whole', unit, base: LIBRARY },
      ),
      table(
        { 'dashboard, first load': [dashboard] },
        { title: 'dashboard', unit, base: 'dashboard, first load' },
      ),
    ],
    ratios: [
      ratio('Z1-page', 'tunnel page, bytes', [page]),
      ratio('Z1-page-strophe', 'tunnel page ÷ Strophe page', [
        page / pages['a page on Strophe 5, script'][0],
      ]),
      ratio('Z2-main', 'library main entry, bytes', libraries[LIBRARY]),
      ratio('Z2-protocol', 'library protocol, bytes', libraries['finesse-tunnel/protocol']),
      ratio('Z3-dashboard', 'dashboard first load, bytes', [dashboard]),
    ],
  };
}
