import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, type Page, test as base } from '@playwright/test';

import { freePorts } from '../servers/free-ports';
import { MAIN } from '../servers/publishing-sandbox';
import { ServerProcess } from '../servers/server-process';

/** Holds Cisco's samples, each extracted into its folder. None of them is part of this repository. */
const SAMPLES = process.env['FINESSE_SAMPLES'] ?? '';

/** The folder of a sample, by how its name begins. @throws Error when it is not there. */
export function sampleFolder(name: string): string {
  const found = readdirSync(SAMPLES, { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && entry.name.startsWith(`${name}-`),
  );
  if (found === undefined) {
    throw new Error(`There is no ${name}-… in FINESSE_SAMPLES=${SAMPLES}.`);
  }
  return join(SAMPLES, found.name);
}

/** A sandbox as such a client finds it: the domain is the host, everything is at one origin. */
export class SampleSandbox {
  private constructor(
    private readonly running: ServerProcess,
    readonly url: string,
    readonly xmppPort: number,
  ) {}

  static async start(...options: readonly string[]): Promise<SampleSandbox> {
    const [api = 0, notification = 0, xmpp = 0] = await freePorts(3);
    const ports = `--api-port ${String(api)} --notification-port ${String(notification)} --xmpp-port ${String(xmpp)}`;
    const args = [MAIN, '--no-simulation', '--control', '--xmpp-domain', 'localhost'];
    const command = {
      program: process.execPath,
      args: [...args, ...ports.split(' '), ...options],
      folder: process.cwd(),
    };
    const url = `http://localhost:${String(api)}`;
    const isUp = async (): Promise<boolean> => {
      try {
        return (await fetch(`http://127.0.0.1:${String(api)}/healthz`)).ok;
      } catch {
        return false;
      }
    };
    return new SampleSandbox(await ServerProcess.start(command, isUp), url, xmpp);
  }

  async setState(agent: string, state: string): Promise<void> {
    await fetch(`${this.url}/sandbox/agents/${agent}/state`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state }),
    });
  }

  async publish(node: string, payload: string): Promise<void> {
    await fetch(`${this.url}/sandbox/publish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ node, payload }),
    });
  }

  /** Cuts a session off without a goodbye. */
  async cut(resource: string): Promise<void> {
    await fetch(`${this.url}/sandbox/sessions/${resource}`, { method: 'DELETE' });
  }

  /** What the agent's state is in truth. */
  async stateOf(agent: string): Promise<string | undefined> {
    const truth = await (await fetch(`${this.url}/sandbox/truth`)).text();
    return new RegExp(`"id":"${agent}"[^{}]*?"state":"(\\w+)"`).exec(truth)?.[1];
  }

  async end(): Promise<void> {
    await this.running.end('SIGTERM');
  }
}

/** Starts sandboxes that end with the test. */
export const test = base.extend<{
  readonly startSandbox: (...options: readonly string[]) => Promise<SampleSandbox>;
}>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from it.
  startSandbox: async ({}, use) => {
    const started: SampleSandbox[] = [];
    await use(async (...options) => {
      const sandbox = await SampleSandbox.start(...options);
      started.push(sandbox);
      return sandbox;
    });
    for (const sandbox of started) {
      await sandbox.end();
    }
  },
});

/** The text area to which both pages print. */
export async function printed(page: Page): Promise<string> {
  return page.locator('#console-area').inputValue();
}

export { expect };
