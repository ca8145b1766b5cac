import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** One agent as `GET /sandbox/truth` tells it. */
export interface TrueAgent {
  readonly id: string;
  readonly state: string;
  readonly stateChangeTime: string;
  readonly teamId: string;
  readonly dialogs: readonly string[];
}

/** One queue, with its figures as Finesse tells them. */
export interface TrueQueue {
  readonly id: string;
  readonly statistics: Readonly<Record<string, unknown>>;
}

/** One call. */
export interface TrueDialog {
  readonly id: string;
  readonly state: string;
  readonly participants: readonly { readonly mediaAddress: string; readonly state: string }[];
}

/** What really is in the simulated contact centre. */
export interface Truth {
  readonly agents: readonly TrueAgent[];
  readonly queues: readonly TrueQueue[];
  readonly dialogs: readonly TrueDialog[];
  readonly published: Readonly<Record<string, number>>;
}

/** One XMPP session as `GET /sandbox/sessions` tells it. */
export interface TrueSession {
  readonly node: string;
  readonly agentId: string;
  readonly resource: string;
  readonly transport: 'websocket' | 'bosh';
}

interface NodeAddress {
  readonly api: string;
  readonly notification: string;
  readonly tlsApi?: string;
}

interface ReadyLine {
  readonly nodes: readonly [NodeAddress, ...NodeAddress[]];
}

const MAIN = fileURLToPath(new URL('../dist/finesse-sandbox/main.js', import.meta.url));

/** A sandbox in a process of its own, on free ports, and its control API. */
export class RunningSandbox {
  /** Of the first node. */
  readonly api: string;
  readonly notification: string;
  /** Of the first node, with `--tls`. */
  readonly tlsApi: string | undefined;
  /** Every node as the dashboard's configuration names them. */
  readonly hosts: readonly { readonly tunnelUrl: string; readonly restUrl: string }[];
  #output = '';

  private constructor(
    private readonly process: ChildProcess,
    private readonly nodes: readonly [NodeAddress, ...NodeAddress[]],
  ) {
    ({ api: this.api, notification: this.notification, tlsApi: this.tlsApi } = nodes[0]);
    this.hosts = nodes.map(({ api, notification }) => ({
      tunnelUrl: `${notification}/tunnel/`,
      restUrl: `${api}/finesse/api`,
    }));
  }

  static async start(...options: readonly string[]): Promise<RunningSandbox> {
    const ports = ['--api-port', '0', '--notification-port', '0'];
    const portsB = ['--api-port-b', '0', '--notification-port-b', '0'];
    const free = [...ports, ...(options.includes('--two-nodes') ? portsB : [])];
    const child = spawn(
      process.execPath,
      [MAIN, '--control', ...(options.includes('--api-port') ? [] : free), ...options],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    child.stderr.pipe(process.stderr);
    const line = await new Promise<string>((resolve, reject) => {
      child.once('exit', (code) => {
        reject(new Error(`The sandbox ended with ${String(code)} before it was ready.`));
      });
      createInterface({ input: child.stdout }).once('line', resolve);
    });
    const ready = JSON.parse(line) as ReadyLine;
    const sandbox = new RunningSandbox(child, ready.nodes);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        sandbox.#output += chunk.toString();
      });
    }
    return sandbox;
  }

  /** All that it logged since it was ready. */
  output(): string {
    return this.#output;
  }

  get restUrl(): string {
    return `${this.api}/finesse/api`;
  }

  get tunnelUrl(): string {
    return `${this.notification}/tunnel/`;
  }

  async truth(): Promise<Truth> {
    return (await this.control('GET', 'truth')) as Truth;
  }

  /** The agents of the same team, without the one named. */
  async matesOf(id: string): Promise<readonly TrueAgent[]> {
    const { agents } = await this.truth();
    const teamId = agents.find((agent) => agent.id === id)?.teamId;
    return agents.filter((agent) => agent.teamId === teamId && agent.id !== id);
  }

  async setAgentState(id: string, state: string, reasonCodeId?: string): Promise<void> {
    await this.control('POST', `agents/${id}/state`, {
      state,
      ...(reasonCodeId === undefined ? {} : { reasonCodeId }),
    });
  }

  async sessions(): Promise<readonly TrueSession[]> {
    return (await this.control('GET', 'sessions')) as TrueSession[];
  }

  async publish(node: string, payload: string): Promise<void> {
    await this.control('POST', 'publish', { node, payload });
  }

  async fault(kind: string, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.control('POST', 'faults', { kind, ...more });
  }

  async control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.api}/sandbox/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} /sandbox/${path} answered ${String(response.status)}: ${text}`);
    }
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }

  /** The ports of each node. */
  get ports(): readonly { readonly api: number; readonly notification: number }[] {
    return this.nodes.map(({ api, notification }) => ({
      api: Number(new URL(api).port),
      notification: Number(new URL(notification).port),
    }));
  }

  /** The options that give another sandbox the same ports. */
  portOptions(): readonly string[] {
    return this.ports.flatMap(({ api, notification }, index) => {
      const suffix = index === 0 ? '' : '-b';
      return [
        ...[`--api-port${suffix}`, String(api)],
        ...[`--notification-port${suffix}`, String(notification)],
      ];
    });
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** Ends it as a crash would: without a goodbye. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGKILL');
    await ended;
  }

  /** Ends it; once is enough. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) {
      return;
    }
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
  }
}
