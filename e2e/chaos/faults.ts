import type { Page } from '@playwright/test';
import type { RunningSandbox } from '../running-sandbox';

/** One thing that goes wrong, for `seconds` at most. */
export interface ChaosFault {
  readonly name: string;
  readonly seconds: number;
  /** Notifications vanish and nobody can notice: only a comparison finds it. */
  readonly isSilent?: boolean;
  /** The session is ended for good: somebody has to sign in again. */
  readonly isFinal?: boolean;
  readonly start: (target: {
    readonly sandbox: RunningSandbox;
    readonly page: Page;
  }) => Promise<void>;
}

type Node = 'A' | 'B' | undefined;

/** Every fault of the sandbox, each on one node or both, and a browser without network. */
export function chaosFault(random: () => number): ChaosFault {
  const node = pick<Node>(['A', 'B', undefined], random);
  const seconds = 1 + Math.floor(random() * 5);
  const share = 0.2 + random() * 0.8;
  const of = (kind: string, more: Readonly<Record<string, unknown>> = {}): ChaosFault => ({
    name: `${kind}${node === undefined ? '' : ` on ${node}`}, ${String(seconds)} s`,
    seconds,
    start: async ({ sandbox }) =>
      sandbox.fault(kind, { seconds, ...(node === undefined ? {} : { node }), ...more }),
  });
  return pick<() => ChaosFault>(
    [
      () => of('cut'),
      () => of('stall'),
      () => refusedAfterCut(of('refuse'), node),
      () => of('delay', { ms: 800 }),
      () => ({ ...of('lose', { share }), isSilent: true }),
      () => of('duplicate', { share }),
      () => of('reorder', { share }),
      () => ({ ...of('malformed', { share, target: 'payload' }), isSilent: true }),
      () => ({ ...of('malformed', { share, target: 'stanza' }), isSilent: true }),
      () => of('service-away'),
      () => of('out-of-service'),
      () => of('slow-tunnel'),
      () => ({ ...of('conflict'), isFinal: true }),
      () => offline(seconds),
    ],
    random,
  )();
}

/** To refuse new connections is no fault for whoever has one. */
function refusedAfterCut(refuse: ChaosFault, node: Node): ChaosFault {
  return {
    ...refuse,
    start: async (target) => {
      await refuse.start(target);
      await target.sandbox.fault('cut', node === undefined ? {} : { node });
    },
  };
}

function offline(seconds: number): ChaosFault {
  return {
    name: `browser offline, ${String(seconds)} s`,
    seconds,
    start: async ({ page }) => {
      await page.context().setOffline(true);
      // The time without network is the fault itself.
      await page.waitForTimeout(seconds * 1000);
      await page.context().setOffline(false);
    },
  };
}

function pick<T>(choices: readonly [T, ...T[]], random: () => number): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}
