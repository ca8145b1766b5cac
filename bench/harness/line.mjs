// One measurement of the whole line: a new page, some warming up, then a count while events are offered at a rate.
import { setTimeout } from 'node:timers/promises';
import { agentId, userUpdate } from '../payloads/notifications.mjs';
import { offer } from './feed.mjs';
import { quantile } from './statistics.mjs';
import { wallClock } from './wall-clock.mjs';
import { eventStanza } from './xmpp-server.mjs';

/** The stacks that are compared, and how they are called. */
export const STACKS = {
  product: 'finesse-tunnel',
  reference: 'Strophe, DOMParser, action an event',
  floor: 'floor: no store, no table',
};

const NODE = '/finesse/api/Team/31/Users';
const WARM_MS = 1_500;
const STORM_LIMIT_MS = 120_000;
const PAGES = {
  product: '/tunnel/',
  floor: '/tunnel/',
  ported: '/tunnel/',
  reference: '/strophe/',
};

/**
 * Measures a stack at a rate.
 *
 * @param load - `stack`, `agents`, `rate`, and `ms` to count for.
 * @returns Events handled a second, share of the main thread, frames a second, and latencies in milliseconds.
 */
export async function measureLine(browser, site, load) {
  const { tab, socket } = await open(browser, site, load);
  try {
    const { rate, ms } = load;
    const session = await tab.context().newCDPSession(tab);
    await session.send('Performance.enable');
    const offered = offer(socket, { rate, ms: WARM_MS + ms, frameAt: frames(load.agents) });
    await setTimeout(WARM_MS);
    const before = await mainThread(session);
    const counted = await tab.evaluate(async (t) => {
      const start = performance.now();
      globalThis.bench.begin();
      await new Promise((resolve) => setTimeout(resolve, t));
      return { ...globalThis.bench.soFar(), seconds: (performance.now() - start) / 1000 };
    }, ms);
    const after = await mainThread(session);
    const busy = (after.busy - before.busy) / (after.at - before.at);
    socket.terminate();
    await offered;
    return figures(counted, busy);
  } finally {
    await tab.close();
  }
}

/**
 * Opens a line and offers events to it for `ms`.
 *
 * @returns `heapBytes()`: what the host's heap holds behind a garbage collection; and `close()`.
 */
export async function offerLine(browser, site, load) {
  const { tab, socket } = await open(browser, site, load);
  const session = await tab.context().newCDPSession(tab);
  const { rate, ms } = load;
  const offered = offer(socket, { rate, ms: ms + WARM_MS, frameAt: frames(load.agents) });
  return {
    async heapBytes() {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
    async close() {
      socket.terminate();
      await offered;
      await tab.close();
    },
  };
}

/** Sends `events` in a burst and waits until the last is painted. Milliseconds, and frames a second meanwhile. */
export async function measureStorm(browser, site, { events, ...load }) {
  const { tab, socket } = await open(browser, site, load);
  try {
    await offer(socket, { rate: 500, ms: WARM_MS, frameAt: frames(load.agents) });
    await setTimeout(500);
    await tab.evaluate(() => globalThis.bench.begin());
    const start = wallClock();
    const ms = (events / load.rate) * 1000;
    await offer(socket, { rate: load.rate, ms, frameAt: frames(load.agents) });
    await tab.waitForFunction((n) => globalThis.bench.soFar().toFrame.length >= n, events, {
      timeout: STORM_LIMIT_MS,
    });
    const { lastPaintedAt, frames: painted } = await tab.evaluate(() => globalThis.bench.soFar());
    const painting = lastPaintedAt - start;
    return { painting, fps: (painted / painting) * 1000 };
  } finally {
    await tab.close();
  }
}

/** The page under `localhost`, the frame under 127.0.0.1: sites apart, so a process each. */
async function open(browser, site, { stack, agents }) {
  const client = site.nextClient();
  const tab = await browser.newPage();
  const tunnel = `http://127.0.0.1:${site.port}${PAGES[stack]}`;
  const query = new URLSearchParams({ stack, agents, tunnel });
  const failures = [];
  tab.on('pageerror', (error) => failures.push(error.message));
  await tab.goto(`http://localhost:${site.port}/?${query}`);
  await tab.waitForFunction('globalThis.ready === true').catch((cause) => {
    throw new Error(`${stack} does not connect: ${failures.join('; ')}`, { cause });
  });
  return { tab, socket: await client };
}

/** Agents change in an order that repeats none too soon; requestId says when the event was sent. */
function frames(agents) {
  return (i) => {
    const payload = userUpdate((i * 7919) % agents, i, Date.now());
    const sentAt = wallClock().toFixed(3);
    return eventStanza(
      NODE,
      payload.replace('<requestId></requestId>', `<requestId>${sentAt}</requestId>`),
    );
  };
}

/** Seconds of work so far, and when that was: a busy page answers late. */
async function mainThread(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return { busy: valueOf('TaskDuration'), at: valueOf('Timestamp') };
}

function figures({ handled, frames, worstGap, toParent, toFrame, seconds }, busy) {
  const at = (list, share) => (list.length > 0 ? quantile(list, share) : Infinity);
  return {
    handled: handled / seconds,
    busy: busy * 100,
    fps: frames / seconds,
    worstGap,
    parentP50: at(toParent, 0.5),
    parentP99: at(toParent, 0.99),
    frameP50: at(toFrame, 0.5),
    frameP99: at(toFrame, 0.99),
  };
}
