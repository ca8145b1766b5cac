import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { answersBosh } from './answers-bosh';
import { freePorts } from './free-ports';
import { Publisher } from './publisher';
import { type Command, ServerProcess } from './server-process';
import { AGENTS, type StartOptions, type XmppServer } from './xmpp-server';

/** Where one instance of a server lives. */
export interface ServerPlace {
  readonly folder: string;
  readonly httpPort: number;
  readonly adminPort: number;
  /** XMPP without HTTP around it. */
  readonly tcpPort: number;
  readonly otherPort: number;
}

/** What differs between the servers that Debian packages. */
export interface ServerRecipe {
  readonly name: string;
  /** What it offers beside PLAIN; first the one that the page should choose. */
  readonly mechanisms: readonly string[];
  /** Writes the configuration. @returns The command that runs the server in the foreground. */
  configure(place: ServerPlace, refusedMechanisms: readonly string[]): Promise<Command>;
  /** Makes accounts while the server runs, for the first time. */
  createAccounts(place: ServerPlace, users: readonly string[]): Promise<void>;
}

/** A server from a Debian package, run by hand in a folder of its own. */
export class DebianServer implements XmppServer {
  readonly url: string;
  readonly bestMechanism: string;
  private running: ServerProcess | undefined;
  private publisher: Publisher | undefined;
  private hasAccounts = false;

  private constructor(
    private readonly recipe: ServerRecipe,
    readonly place: ServerPlace,
    private readonly hasOwnPublisher: boolean,
  ) {
    this.url = `http://127.0.0.1:${String(place.httpPort)}`;
    this.bestMechanism = recipe.mechanisms[0] ?? 'PLAIN';
  }

  /** @param hasOwnPublisher - Whether `finesse` signs in from here, so that the tests can publish. */
  static async create(recipe: ServerRecipe, hasOwnPublisher = true): Promise<DebianServer> {
    const [httpPort = 0, adminPort = 0, tcpPort = 0, otherPort = 0] = await freePorts(4);
    const folder = await mkdtemp(join(tmpdir(), `finesse-interop-${recipe.name}-`));
    const place = { folder, httpPort, adminPort, tcpPort, otherPort };
    return new DebianServer(recipe, place, hasOwnPublisher);
  }

  async start({ isPlainOnly = false }: StartOptions = {}): Promise<void> {
    const refused = isPlainOnly ? this.recipe.mechanisms : [];
    const command = await this.recipe.configure(this.place, refused);
    this.running = await ServerProcess.start(command, async () => answersBosh(this.url));
    if (!this.hasAccounts) {
      await this.recipe.createAccounts(this.place, ['finesse', ...AGENTS]);
      this.hasAccounts = true;
    }
    if (this.hasOwnPublisher) {
      this.publisher = await Publisher.signIn(this.url);
    }
  }

  /** Makes accounts by the means of this server, while it runs. */
  async createAccounts(users: readonly string[]): Promise<void> {
    await this.recipe.createAccounts(this.place, users);
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  freeze(): void {
    this.running?.freeze();
  }

  thaw(): void {
    this.running?.thaw();
  }

  async createNode(node: string): Promise<void> {
    await this.publisher?.createNode(node);
  }

  async publish(node: string, payload: string): Promise<void> {
    await this.publisher?.publish(node, payload);
  }

  async dispose(): Promise<void> {
    await this.kill();
    await rm(this.place.folder, { recursive: true, force: true });
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const { running, publisher } = this;
    this.running = this.publisher = undefined;
    await running?.end(signal);
    await publisher?.signOut();
  }
}
