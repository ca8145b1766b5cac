import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { answersBosh } from './answers-bosh';
import type { ServerPlace } from './debian-server';
import { EJABBERD, packageFolder } from './ejabberd';
import { freePorts } from './free-ports';
import { Publisher } from './publisher';
import { ServerProcess } from './server-process';
import { writeTemplate } from './write-template';
import { DOMAIN, PUBSUB_DOMAIN } from './xmpp-server';

const CONFIG = new URL('../ejabberd/ejabberd.yml', import.meta.url);
const SUPERVISE = fileURLToPath(new URL('../ejabberd/supervise-node.mjs', import.meta.url));

/** How long a node may be silent before the others give it up; the shortest that Erlang is at ease with. */
export const TICK_SECONDS = 8;
const COOKIE = 'interop-cluster';

/** One node with its supervisor: the host, so to speak. */
export class ClusterNode {
  readonly url: string;
  readonly api: string;
  private supervisor: ServerProcess | undefined;

  constructor(
    /** As Erlang names it. */
    readonly name: string,
    readonly place: ServerPlace,
    private readonly isPrimary: boolean,
  ) {
    this.url = `http://127.0.0.1:${String(place.httpPort)}`;
    this.api = `http://127.0.0.1:${String(place.adminPort)}/api`;
  }

  async start(peer: ClusterNode): Promise<void> {
    const { folder, httpPort, adminPort, tcpPort } = this.place;
    const config = join(folder, 'ejabberd.yml');
    await mkdir(join(folder, 'data'), { recursive: true });
    const names = { domain: DOMAIN, pubsubDomain: PUBSUB_DOMAIN, refusedMechanisms: '' };
    const values = { ...names, httpPort, adminPort, tcpPort, tickSeconds: TICK_SECONDS };
    await writeTemplate(CONFIG, config, values);
    const settings = join(folder, 'supervisor.json');
    await writeFile(settings, JSON.stringify(await this.settings(config, peer)));
    const command = { program: process.execPath, args: [SUPERVISE, settings], folder };
    this.supervisor = await ServerProcess.start(command, async () => answersBosh(this.url));
  }

  /** Who is in the cluster, as this node sees it; nobody while it does not answer. */
  async members(): Promise<readonly string[]> {
    try {
      const signal = AbortSignal.timeout(2_000);
      const answer = await fetch(`${this.api}/list_cluster`, {
        method: 'POST',
        body: '{}',
        signal,
      });
      const names: unknown = await answer.json();
      return Array.isArray(names) ? names.map(String) : [];
    } catch {
      return [];
    }
  }

  /** Ends the node, not its supervisor, without any warning. */
  kill(): void {
    process.kill(this.pid, 'SIGKILL');
  }

  /** Lets the whole host stand still. */
  freeze(): void {
    this.supervisor?.freeze();
    process.kill(this.pid, 'SIGSTOP');
  }

  /** The host goes on; its supervisor is not the first to notice. */
  thaw(): void {
    process.kill(this.pid, 'SIGCONT');
    this.supervisor?.thaw();
  }

  /** What supervisor and node printed. */
  get printed(): string {
    return this.supervisor?.printed ?? '';
  }

  async dispose(): Promise<void> {
    await this.supervisor?.end('SIGKILL');
    try {
      this.kill();
    } catch {
      // It had ended.
    }
    await rm(this.place.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private get pid(): number {
    const started = [...this.printed.matchAll(/^node (\d+): /gm)].at(-1)?.[1];
    if (started === undefined) {
      throw new Error(`${this.name} was never started.`);
    }
    return Number(started);
  }

  private async settings(config: string, peer: ClusterNode): Promise<object> {
    const { folder, otherPort } = this.place;
    const data = JSON.stringify(join(folder, 'data'));
    const address = this.name.replace(/^.*@/, '').replaceAll('.', ',');
    const args =
      `-name ${this.name} ${erlang(otherPort)} -noinput +K true -kernel net_ticktime ${String(TICK_SECONDS)}` +
      ` -kernel inet_dist_use_interface {${address}} -mnesia dir ${data} -s ejabberd`;
    return {
      program: 'erl',
      args: args.split(' '),
      env: {
        EJABBERD_CONFIG_PATH: config,
        EJABBERD_LOG_PATH: join(folder, 'ejabberd.log'),
        ERL_CRASH_DUMP_BYTES: '0',
        ERL_LIBS: await packageFolder(),
        HOME: folder,
      },
      folder,
      api: this.api,
      peerApi: peer.api,
      peerName: peer.name,
      tickSeconds: TICK_SECONDS,
      isPrimary: this.isPrimary,
    };
  }
}

/** Two nodes of ejabberd that share sessions, presence and subscriptions, each with a supervisor beside it. */
export class EjabberdCluster {
  private constructor(
    readonly a: ClusterNode,
    readonly b: ClusterNode,
  ) {}

  /** Starts both and joins them; accounts are made on one and known on the other. */
  static async start(users: readonly string[]): Promise<EjabberdCluster> {
    const [distribution = 0, ...ports] = await freePorts(7);
    const nodes = [];
    for (const [index, letter] of ['a', 'b'].entries()) {
      const [httpPort = 0, adminPort = 0, tcpPort = 0] = ports.slice(index * 3);
      const folder = await mkdtemp(join(tmpdir(), `finesse-interop-cluster-${letter}-`));
      const place = { folder, httpPort, adminPort, tcpPort, otherPort: distribution };
      nodes.push(new ClusterNode(`${letter}@127.0.0.${String(index + 1)}`, place, index === 0));
    }
    const [a, b] = nodes;
    if (a === undefined || b === undefined) {
      throw new Error('There are two nodes.');
    }
    const cluster = new EjabberdCluster(a, b);
    try {
      await Promise.all([a.start(b), b.start(a)]);
      await cluster.join();
      await EJABBERD.createAccounts(a.place, users);
      await cluster.settle();
      return cluster;
    } catch (error) {
      await cluster.dispose();
      throw error;
    }
  }

  /** Whether both nodes know both. */
  async isWhole(): Promise<boolean> {
    const lists = await Promise.all([this.a.members(), this.b.members()]);
    return lists.every((list) => list.length === 2);
  }

  async dispose(): Promise<void> {
    await Promise.all([this.a.dispose(), this.b.dispose()]);
  }

  /** What was on b is thrown away by it. By Erlang's own way in: the HTTP API would end in the middle of its answer. */
  private async join(): Promise<void> {
    const { a, b } = this;
    const { folder, otherPort } = b.place;
    const control = `-name control@127.0.0.3 ${erlang(otherPort)} -hidden -noinput -dist_listen false -s ejabberd_ctl`;
    await promisify(execFile)(
      'erl',
      [...control.split(' '), '-extra', b.name, 'join_cluster', a.name],
      {
        env: {
          ...process.env,
          HOME: folder,
          ERL_LIBS: await packageFolder(),
          EJABBERD_CONFIG_PATH: join(folder, 'ejabberd.yml'),
        },
      },
    );
    while (!(await this.isWhole()) || !(await answersBosh(b.url))) {
      await wait(100);
    }
  }

  /** Right after the join a transaction may still be aborted: waits until a node can be made. */
  private async settle(): Promise<void> {
    const publisher = await Publisher.signIn(this.a.url);
    try {
      for (let isSettled = false; !isSettled;) {
        isSettled = await publisher.createNode('/settled').then(
          () => true,
          async () => wait(200, false),
        );
      }
    } finally {
      await publisher.signOut();
    }
  }
}

/** No epmd: one port for all nodes, each on a loopback address of its own. */
function erlang(port: number): string {
  return `-setcookie ${COOKIE} -start_epmd false -erl_epmd_port ${String(port)}`;
}
