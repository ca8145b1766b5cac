import { expect, type Page } from '@playwright/test';

import { AGENTS, DOMAIN, PASSWORD, PUBSUB_DOMAIN } from '../servers/xmpp-server';

/** The two ways from the page to a server. */
export type Transport = 'websocket' | 'bosh';

/** Where parent and tunnel page are served. */
export interface Origins {
  readonly parent: string;
  readonly tunnel: string;
}

/** How a parent introduces itself. */
export interface Introduction {
  readonly transport: Transport;
  readonly resource: string;
  readonly password?: string;
  /** Login id; the first agent otherwise. */
  readonly agent?: string;
}

/** One browser tab with a parent and its tunnel page, in the words of the wire. */
export class ParentPage {
  /** What the tunnel posted, in order, but for its log lines. */
  readonly heard: string[] = [];
  /** Those log lines. */
  readonly log: string[] = [];
  /** The XML that the tunnel page sent to its server. */
  readonly sent: string[] = [];
  /** What went wrong in the scripts of the tab, tunnel page and its worker included. */
  readonly errors: string[] = [];
  /** Up to here the test has followed what was heard. */
  private followed = 0;

  private constructor(private readonly page: Page) {
    page.on('pageerror', ({ message }) => this.errors.push(message));
    page.on('request', (request) => this.sent.push(request.postData() ?? ''));
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => this.sent.push(String(payload)));
    });
  }

  /** Opens the parent and waits until its tunnel page is ready. */
  static async open(page: Page, origins: Origins): Promise<ParentPage> {
    const parent = new ParentPage(page);
    await page.exposeFunction('hear', (data: unknown) => {
      const message = String(data);
      (message.startsWith('13|') ? parent.log : parent.heard).push(message);
    });
    const tunnel = encodeURIComponent(`${origins.tunnel}/tunnel/`);
    await page.goto(`${origins.parent}/?tunnel=${tunnel}`);
    await parent.hears('4|loaded');
    return parent;
  }

  /** Introduces itself; the password comes last, for it starts the sign-in. */
  async introduce(introduction: Introduction): Promise<void> {
    const { transport, resource, password = PASSWORD, agent = AGENTS[0] } = introduction;
    const account = [`5|${DOMAIN}`, `6|${PUBSUB_DOMAIN}`, `1|${agent}`, `2|${password}`];
    await this.post(`12|${transport}`, `3|${resource}`, ...account);
  }

  /** Introduces itself and waits for `connected`. */
  async signIn(introduction: Introduction): Promise<void> {
    await this.introduce(introduction);
    await this.hears('4|connected');
  }

  /** Signs in again with all that the tunnel page remembers, which is not the password. */
  async signInAgain(): Promise<void> {
    await this.post(`2|${PASSWORD}`);
    await this.hears('4|connected');
  }

  async subscribe(node: string): Promise<void> {
    await this.post(`7|${node}`);
    await this.hears(`7|${node}`);
  }

  async unsubscribe(node: string): Promise<void> {
    await this.post(`8|${node}`);
    await this.hears(`8|${node}`);
  }

  async post(...messages: readonly string[]): Promise<void> {
    for (const message of messages) {
      await this.page.evaluate(`postToTunnel(${JSON.stringify(message)})`);
    }
  }

  /** Waits for a message behind the one that the test waited for before. */
  async hears(message: string): Promise<void> {
    await expect.poll(() => this.heard.slice(this.followed)).toContain(message);
    this.followed = this.heard.indexOf(message, this.followed) + 1;
  }

  /** Waits for a message of this kind, and finds it. */
  async finds(pattern: RegExp): Promise<string> {
    const find = (): string | undefined =>
      this.heard.slice(this.followed).find((message) => pattern.test(message));
    await expect.poll(find, { message: `waiting for ${String(pattern)}` }).toBeDefined();
    const found = find() ?? '';
    this.followed = this.heard.indexOf(found, this.followed) + 1;
    return found;
  }

  /** Waits for an event with exactly this payload. */
  async hearsEvent(node: string, payload: string): Promise<void> {
    await this.hears(`0|${encodeURI(node)}${payload}`);
  }

  /** The payloads of all events of a node so far. */
  events(node: string): readonly string[] {
    const head = `0|${encodeURI(node)}`;
    return this.heard
      .filter((message) => message.startsWith(head))
      .map((message) => message.slice(head.length));
  }
}
