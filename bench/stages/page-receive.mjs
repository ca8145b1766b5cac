// S1: from the WebSocket frame to the string for the parent.
import { flood } from '../harness/feed.mjs';
import { quotient, table } from '../harness/results.mjs';
import { interleave } from '../harness/rounds.mjs';
import { serveTunnelSite } from '../harness/tunnel-site.mjs';
import { eventStanza } from '../harness/xmpp-server.mjs';
import { agentId, userUpdate } from '../payloads/notifications.mjs';

const EVENTS = 3_000;
const OURS = 'event-tunnel';
const BARE = 'bare onmessage';
const STROPHE = 'Strophe 5 page';
const PAGES = {
  [OURS]: '/tunnel/',
  [BARE]: '/bare/',
  [STROPHE]: '/strophe/',
  '@xmpp/client page': '/xmpp-client/',
  'stanza 12 page': '/stanza/',
};
const FRAMES = Array.from({ length: 64 }, (_, n) =>
  eventStanza(`/finesse/api/User/${agentId(n)}`, userUpdate(n, n)),
);

export const title = 'Tunnel page: frames received';
export const rounds = 5;

/** Floods each page with stanzas. */
export async function run({ browser, rounds, log }) {
  const site = await serveTunnelSite('bench/apps/page-host.mjs');
  const tabs = [];
  try {
    const alternatives = {};
    for (const [name, path] of Object.entries(PAGES)) {
      const { tab, socket } = await open(browser, site, path);
      tabs.push(tab);
      alternatives[name] = () => measure(tab, socket);
      await measure(tab, socket); // compiled before it counts
    }
    const samples = await interleave(alternatives, { rounds, log });
    return {
      tables: [table(samples, { title: 'stanzas of an agent', unit: 'events/s', base: STROPHE })],
      ratios: [
        quotient('S1-bare', samples, [OURS, BARE]),
        quotient('S1-strophe', samples, [OURS, STROPHE]),
      ],
    };
  } finally {
    await Promise.all(tabs.map((tab) => tab.close()));
    await site.close();
  }
}

async function open(browser, site, path) {
  const client = site.nextClient();
  const tab = await browser.newPage();
  await tab.goto(`${site.url}#${path}`);
  await tab.waitForFunction('globalThis.ready === true');
  return { tab, socket: await client };
}

async function measure(tab, socket) {
  await tab.evaluate((events) => globalThis.bench.expect(events), EVENTS);
  await flood(socket, EVENTS, (i) => FRAMES[i % FRAMES.length]);
  return tab.evaluate(() => globalThis.bench.done);
}
