import { fileURLToPath } from 'node:url';

import { answersBosh } from './answers-bosh';
import { freePorts } from './free-ports';
import { ServerProcess } from './server-process';
import { DOMAIN, PASSWORD, type XmppServer } from './xmpp-server';

const MAIN = fileURLToPath(new URL('../../dist/finesse-sandbox/main.js', import.meta.url));

/** The built sandbox with its embedded server; its control API publishes. */
export class SandboxServer implements XmppServer {
  readonly url: string;
  readonly bestMechanism = 'PLAIN';
  private running: ServerProcess | undefined;

  private constructor(
    private readonly apiPort: number,
    private readonly notificationPort: number,
  ) {
    this.url = `http://127.0.0.1:${String(notificationPort)}`;
  }

  static async create(): Promise<SandboxServer> {
    const [apiPort = 0, notificationPort = 0] = await freePorts(2);
    return new SandboxServer(apiPort, notificationPort);
  }

  async start(): Promise<void> {
    const options = `--no-simulation --control --xmpp-domain ${DOMAIN} --password ${PASSWORD}`;
    const ports = `--api-port ${String(this.apiPort)} --notification-port ${String(this.notificationPort)}`;
    const args = [MAIN, ...options.split(' '), ...ports.split(' ')];
    const command = { program: process.execPath, args, folder: process.cwd() };
    this.running = await ServerProcess.start(command, async () => answersBosh(this.url));
  }

  async stop(): Promise<void> {
    await this.running?.end('SIGTERM');
  }

  async kill(): Promise<void> {
    await this.running?.end('SIGKILL');
  }

  freeze(): void {
    this.running?.freeze();
  }

  /** The sandbox knows a node once something was published on it. */
  async createNode(node: string): Promise<void> {
    await this.publish(node, '');
  }

  async publish(node: string, payload: string): Promise<void> {
    const response = await fetch(`${this.url}/sandbox/publish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ node, payload }),
    });
    if (!response.ok) {
      throw new Error(`publish answered ${String(response.status)}: ${await response.text()}`);
    }
  }

  async dispose(): Promise<void> {
    await this.kill();
  }
}
