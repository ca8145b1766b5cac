import type { BrowserContext, Page } from '@playwright/test';

/** What the dashboard's store holds, as far as it can be compared. */
export interface Held {
  readonly phase: string;
  readonly agents: readonly {
    readonly id: string;
    readonly state: string;
    readonly since: number;
  }[];
  readonly dialogs: readonly {
    readonly id: string;
    readonly state: string;
    readonly nodes: readonly string[];
    readonly parties: Readonly<Record<string, string>>;
  }[];
  readonly queues: readonly {
    readonly id: string;
    readonly figures: Readonly<Record<string, unknown>>;
  }[];
  /** The nodes whose subscription stands. */
  readonly subscribed: readonly string[];
}

/** How long the session was away, by the browser's own measure, in milliseconds. */
export type Outages = readonly number[];

/** Lets the dashboard, built for development, tell its state as it would tell Redux DevTools; and lets its clock be set. */
export async function installProbe(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const probe = { state: undefined as unknown, clockMs: 0, lostAt: 0, outages: [] as number[] };
    const now = Date.now.bind(Date);
    Date.now = () => now() + probe.clockMs;
    Reflect.set(window, 'probe', probe);
    Reflect.set(window, 'take', (state: { eventTunnel?: Tunnel }) => {
      const isUp = state.eventTunnel?.connection.status.phase === 'connected';
      const before = probe.state as { eventTunnel?: Tunnel } | undefined;
      if (!isUp && before?.eventTunnel?.connection.status.phase === 'connected') {
        probe.lostAt = performance.now();
      } else if (isUp && probe.lostAt > 0) {
        probe.outages.push(performance.now() - probe.lostAt);
        probe.lostAt = 0;
      }
      probe.state = state;
    });
  });
  await context.addInitScript(() => {
    const nothing = (): undefined => undefined;
    const subscribe = (listen: (change: unknown) => void): void => {
      setTimeout(() => {
        listen({ type: 'START' });
      });
    };
    const send = (_action: unknown, state: unknown): void => {
      (Reflect.get(window, 'take') as (told: unknown) => void)(state);
    };
    const connection = { subscribe, send, unsubscribe: nothing, init: nothing, error: nothing };
    Reflect.set(window, '__REDUX_DEVTOOLS_EXTENSION__', {
      connect: () => connection,
      send: nothing,
    });
  });
}

interface Entity {
  readonly id: string;
  readonly state?: string;
  readonly stateChangeTime?: number;
  readonly nodes: readonly string[];
  readonly participants?: readonly { readonly mediaAddress: string; readonly state: string }[];
  readonly statistics?: Readonly<Record<string, unknown>>;
}

interface Collection {
  readonly pages: readonly (readonly (Entity | null)[])[];
}

/** The part of the store that is read. */
interface Tunnel {
  readonly connection: { readonly status: { readonly phase: string } };
  readonly subscriptions: Readonly<
    Record<string, { readonly node: string; readonly state: string }>
  >;
  readonly contactCenter: Readonly<Record<'agents' | 'dialogs' | 'queues', Collection>>;
}

/** The clock of the page goes wrong by that much. */
export async function setClock(page: Page, ms: number): Promise<void> {
  await page.evaluate((skew) => {
    Reflect.set(Reflect.get(window, 'probe') as object, 'clockMs', skew);
  }, ms);
}

/** @returns `undefined` before the dashboard told anything. */
export async function readStore(page: Page): Promise<Held | undefined> {
  const tunnel = await page.evaluate(
    () => (Reflect.get(window, 'probe') as { state?: { eventTunnel?: Tunnel } }).state?.eventTunnel,
  );
  if (tunnel === undefined) {
    return undefined;
  }
  const { agents, dialogs, queues } = tunnel.contactCenter;
  return {
    phase: tunnel.connection.status.phase,
    agents: listOf(agents).map(({ id, state = '', stateChangeTime: since = 0 }) => {
      return { id, state, since };
    }),
    dialogs: listOf(dialogs).map(({ id, state = '', nodes, participants = [] }) => {
      const parties = participants.map((party) => [party.mediaAddress, party.state]);
      return { id, state, nodes, parties: Object.fromEntries(parties) as Record<string, string> };
    }),
    queues: listOf(queues).map(({ id, statistics = {} }) => ({ id, figures: statistics })),
    subscribed: Object.values(tunnel.subscriptions)
      .filter(({ state }) => state === 'subscribed')
      .map(({ node }) => node),
  };
}

function listOf({ pages }: Collection): readonly Entity[] {
  return pages.flat().filter((entity) => entity !== null);
}

export async function readOutages(page: Page): Promise<Outages> {
  return page.evaluate(() => (Reflect.get(window, 'probe') as { outages: number[] }).outages);
}
