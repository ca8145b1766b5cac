import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const READY_LIMIT_MS = 60_000;
const END_LIMIT_MS = 10_000;

/** What to run, and where. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A server in a process of its own. */
export class ServerProcess {
  private output = '';

  /** Everything it printed so far. */
  get printed(): string {
    return this.output;
  }

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @throws Error with what the server printed, when it ends or stays silent.
   */
  static async start(command: Command, isReady: () => Promise<boolean>): Promise<ServerProcess> {
    const { program, args, folder, env } = command;
    const options = { cwd: folder, env: { ...process.env, ...env } };
    const started = new ServerProcess(spawn(program, args, options));
    const limit = Date.now() + READY_LIMIT_MS;
    while (!(await isReady())) {
      if (started.hasEnded || Date.now() > limit) {
        await started.end('SIGKILL');
        throw new Error(`${program} did not get ready:\n${started.output}`);
      }
      await wait(50);
    }
    return started;
  }

  /** Sends a signal and waits for the end. @throws Error when the server does not obey in time; it is killed then. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.hasEnded) {
      return;
    }
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    const limit = new AbortController();
    const isLate = wait(END_LIMIT_MS, true, { signal: limit.signal }).catch(() => false);
    if ((await Promise.race([ended, isLate])) === true) {
      this.child.kill('SIGKILL');
      throw new Error(`The server did not end on ${signal}:\n${this.output}`);
    }
    limit.abort();
  }

  /** Lets it stand still; until it is thawed only SIGKILL works. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  /** Lets it go on. */
  thaw(): void {
    this.child.kill('SIGCONT');
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}
