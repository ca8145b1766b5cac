import { fileURLToPath } from 'node:url';

import { freePorts } from './free-ports';
import { ServerProcess } from './server-process';
import { DOMAIN, PASSWORD } from './xmpp-server';

/** The command, as built. */
export const MAIN = fileURLToPath(new URL('../../dist/finesse-sandbox/main.js', import.meta.url));

/** What it has to know of the server. */
export interface PublishedInto {
  /** Where `/ws/` and `/http-bind/` are. */
  readonly url: string;
  readonly place: { readonly tcpPort: number };
}

/** How a sandbox is to publish. */
export interface PublishingOptions {
  /** Where the server takes plain XMPP; its own port otherwise. */
  readonly tcpPort?: number;
  readonly password?: string;
  /** Further options of the command. */
  readonly more?: readonly string[];
}

/** What the sandbox tells of one server. */
export interface ServiceStatus {
  readonly state: string;
  readonly waiting: number;
  readonly published: number;
  readonly lost: number;
  readonly refused: number;
  readonly agentsPresent: readonly string[];
}

/** The built sandbox, a contact centre at rest, that publishes into a server of ours. */
export class PublishingSandbox {
  private constructor(
    private readonly running: ServerProcess,
    readonly url: string,
  ) {}

  /** Starts it and waits until it has signed in. @throws Error with what it printed. */
  static async start(
    server: PublishedInto,
    options: PublishingOptions = {},
  ): Promise<PublishingSandbox> {
    const [apiPort = 0, notificationPort = 0] = await freePorts(2);
    const { tcpPort = server.place.tcpPort, password = PASSWORD, more = [] } = options;
    const own = `--no-simulation --control --api-port ${String(apiPort)}`;
    const args = [
      ...[MAIN, ...own.split(' '), '--notification-port', String(notificationPort)],
      ...[
        '--notification-service',
        `xmpp://finesse:${password}@127.0.0.1:${String(tcpPort)}/${DOMAIN}`,
      ],
      ...['--notification-http', server.url, ...more],
    ];
    const url = `http://127.0.0.1:${String(notificationPort)}`;
    const command = { program: process.execPath, args, folder: process.cwd() };
    return new PublishingSandbox(await ServerProcess.start(command, async () => isUp(url)), url);
  }

  /** Lets an agent be in a state, as the phone would. */
  async setState(agent: string, state: string): Promise<void> {
    await this.call('POST', `agents/${agent}/state`, { state });
  }

  async publish(node: string, payload: string): Promise<void> {
    await this.call('POST', 'publish', { node, payload });
  }

  /** @returns What the control API answered to a fault. */
  async fault(fault: Readonly<Record<string, unknown>>): Promise<Response> {
    return this.request('POST', 'faults', fault);
  }

  async endFault(id: string): Promise<void> {
    await this.request('DELETE', `faults/${id}`);
  }

  async status(): Promise<ServiceStatus> {
    const answer = await this.request('GET', 'notification-services');
    const [first] = (await answer.json()) as readonly ServiceStatus[];
    if (first === undefined) {
      throw new Error('The sandbox publishes nowhere.');
    }
    return first;
  }

  async end(): Promise<void> {
    await this.running.end('SIGTERM');
  }

  get printed(): string {
    return this.running.printed;
  }

  private async call(method: string, path: string, body: unknown): Promise<void> {
    const response = await this.request(method, path, body);
    if (!response.ok) {
      throw new Error(`${path} answered ${String(response.status)}: ${await response.text()}`);
    }
  }

  private async request(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    const content = body === undefined ? {} : { headers, body: JSON.stringify(body) };
    return fetch(`${this.url}/sandbox/${path}`, { method, ...content });
  }
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
