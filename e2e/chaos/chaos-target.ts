import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { DashboardPage } from '../pages/dashboard-page';
import { RunningSandbox, type Truth } from '../running-sandbox';
import { StaticServer } from '../static-server';
import { compare, factNames, type Round } from './compare';
import type { Place } from './faults';
import { installProbe, readOutages, readStore, setClock } from './store-probe';
import { type LinkFault, TcpProxy } from './tcp-proxy';

const SUPERVISOR = '1000001';
const PASSWORD = 'cisco';
/** Nobody waits longer than this for a session. */
const SIGN_IN_LIMIT_MS = 60_000;
/** What has not changed for this long must be held. */
const STEADY_MS = 1_000;

interface Parts {
  readonly context: BrowserContext;
  readonly sandbox: RunningSandbox;
  readonly options: readonly string[];
  readonly proxies: readonly TcpProxy[];
  readonly server: StaticServer;
  readonly page: Page;
}

/** A sandbox with two nodes, a proxy in front of each, and the dashboard behind both: all that faults may happen to. */
export class ChaosTarget {
  readonly #outages: number[] = [];

  sandbox: RunningSandbox;
  #dashboard: DashboardPage;

  private constructor(private readonly parts: Parts) {
    this.sandbox = parts.sandbox;
    this.#dashboard = new DashboardPage(parts.page);
  }

  static async start(context: BrowserContext, options: readonly string[]): Promise<ChaosTarget> {
    const sandbox = await RunningSandbox.start('--two-nodes', ...options);
    const proxies = await Promise.all(
      sandbox.ports.map(async ({ notification }) => TcpProxy.to(notification)),
    );
    const hosts = proxies.map(({ port }) => {
      const origin = `http://127.0.0.1:${String(port)}`;
      return { tunnelUrl: `${origin}/tunnel/`, restUrl: `${origin}/finesse/api` };
    });
    const config = { hosts, connectionType: 'websocket' };
    const server = await StaticServer.dashboard(config, 'dist/dashboard-development/browser');
    await installProbe(context);
    const page = await context.newPage();
    return new ChaosTarget({ context, sandbox, options, proxies, server, page });
  }

  async stop(): Promise<void> {
    await this.parts.server.close();
    await Promise.all(this.parts.proxies.map(async (proxy) => proxy.close()));
    await this.sandbox.stop();
  }

  /** Signs in, on whatever the page shows. */
  async signIn(): Promise<void> {
    await this.#dashboard.page.goto(this.parts.server.origin);
    await this.#dashboard.signIn(SUPERVISOR, PASSWORD);
    await expect(this.#dashboard.connection).toHaveAttribute('data-connection', 'connected', {
      timeout: SIGN_IN_LIMIT_MS,
    });
  }

  /** Looks once at all that is held and all that is so. */
  async look(): Promise<Round & { readonly names: readonly string[] }> {
    const before = await this.sandbox.truth();
    // No condition to await: this is the time for which something must have stood still to count.
    await sleep(STEADY_MS);
    const held = await readStore(this.page);
    if (held?.phase !== 'connected') {
      const phase = held?.phase ?? 'not told yet';
      return { agreed: [], differences: [`the connection is ${phase}`], names: [] };
    }
    const after: Truth = await this.sandbox.truth();
    return { ...compare(before, held, after), names: factNames(after, held) };
  }

  /** The audit comes every five minutes; this sign of life brings it forward. */
  async bringAuditForward(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('online')));
  }

  async playFault(
    kind: string,
    { place, seconds }: { readonly place: Place; readonly seconds: number },
    more: object,
  ): Promise<void> {
    await this.sandbox.fault(kind, {
      seconds,
      ...(place === undefined ? {} : { node: place }),
      ...more,
    });
    await expect.poll(async () => this.sandbox.control('GET', 'faults')).toEqual([]);
  }

  async playLink(
    fault: LinkFault,
    { place, seconds }: { readonly place: Place; readonly seconds: number },
  ): Promise<void> {
    const proxies = this.parts.proxies.filter(
      (_, index) => place === undefined || index === 'AB'.indexOf(place),
    );
    await Promise.all(proxies.map(async (proxy) => proxy.play(fault)));
    await sleep(seconds * 1000);
    await Promise.all(proxies.map(async (proxy) => proxy.heal()));
  }

  /** Kills the process without a goodbye and starts another one on the same ports. */
  async killServer(seconds: number): Promise<void> {
    const ports = this.sandbox.portOptions();
    await this.sandbox.kill();
    await sleep(seconds * 1000);
    this.sandbox = await RunningSandbox.start('--two-nodes', ...ports, ...this.parts.options);
  }

  async freezeServer(seconds: number): Promise<void> {
    this.sandbox.signal('SIGSTOP');
    await sleep(seconds * 1000);
    this.sandbox.signal('SIGCONT');
  }

  async goOffline(seconds: number): Promise<void> {
    await this.parts.context.setOffline(true);
    await sleep(seconds * 1000);
    await this.parts.context.setOffline(false);
  }

  async freezeTab(seconds: number): Promise<void> {
    const session = await this.parts.context.newCDPSession(this.page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await sleep(seconds * 1000);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await session.detach();
  }

  async openNewTab(): Promise<void> {
    this.#outages.push(...(await readOutages(this.page)));
    const page = await this.parts.context.newPage();
    await this.page.close();
    this.#dashboard = new DashboardPage(page);
  }

  async moveClock(ms: number, seconds: number): Promise<void> {
    await setClock(this.page, ms);
    await sleep(seconds * 1000);
    await setClock(this.page, 0);
  }

  /** How long each loss of the session lasted, in milliseconds. */
  async outages(): Promise<readonly number[]> {
    return [...this.#outages, ...(await readOutages(this.page))];
  }

  private get page(): Page {
    return this.#dashboard.page;
  }
}
