import {
  createSandbox,
  type NodeAddress,
  type Sandbox,
  type SandboxOptions,
} from '../src/public-api';

const FREE = { api: 0, notification: 0, tlsApi: 0, tlsNotification: 0 };

/** What the control API answered. */
export interface ControlAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A sandbox on free ports with its control API, and how to talk to it. */
export class RunningSandbox {
  private constructor(
    readonly sandbox: Sandbox,
    readonly node: NodeAddress,
    readonly nodeB: NodeAddress | undefined,
  ) {}

  static async start(more: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
    const sandbox = createSandbox({
      portsA: FREE,
      portsB: FREE,
      simulation: false,
      control: true,
      ...more,
    });
    const [node, nodeB] = await sandbox.start();
    if (node === undefined) {
      throw new Error('There is no node.');
    }
    return new RunningSandbox(sandbox, node, nodeB);
  }

  get webSocketUrl(): string {
    return `${this.node.notification.replace('http', 'ws')}/ws/`;
  }

  get boshUrl(): string {
    return `${this.node.notification}/http-bind/`;
  }

  /** Calls the control API. */
  async control(method: string, path: string, body?: unknown): Promise<ControlAnswer> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const withBody = { headers: { 'content-type': 'application/json' }, body: text };
    const response = await fetch(`${this.node.api}/sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : withBody),
    });
    return { status: response.status, body: await response.json() };
  }

  /** Asks the control API for the truth with these headers. */
  async controlWith(headers: Readonly<Record<string, string>>): Promise<ControlAnswer> {
    const response = await fetch(`${this.node.api}/sandbox/truth`, { headers });
    return { status: response.status, body: await response.json() };
  }

  /** Starts a fault and returns its id. */
  async fault(kind: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const { body } = await this.control('POST', 'faults', { kind, ...more });
    return typeof body === 'object' && body !== null ? String(Reflect.get(body, 'id')) : '';
  }

  async publish(node: string, payload: string): Promise<void> {
    await this.control('POST', 'publish', { node, payload });
  }

  async stop(): Promise<void> {
    await this.sandbox.stop();
  }
}
