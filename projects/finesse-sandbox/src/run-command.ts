import { OptionError } from './command-line';
import { listAccounts } from './external-service/list-accounts';
import { LinkFailure } from './external-service/publisher-link';
import { HELP } from './help';
import { ListenError } from './listen';
import { createLog } from './log';
import { type Command, readOptions } from './read-options';
import { createSandbox } from './sandbox';
import { VERSION } from './version';

const WRONG_OPTION = 2;

/** Runs the command and decides its exit code: 0 after a signal, 2 for a wrong option or a taken port. */
async function run(args: readonly string[]): Promise<void> {
  const command = readOptions(args);
  if (command.kind !== 'run') {
    process.stdout.write(textFor(command));
    return;
  }
  // Before anything listens: whoever reads the ready line may send a signal in the same moment.
  const signalled = new Promise<string>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  const log = createLog(command.logsJson);
  const sandbox = createSandbox(command.options, log);
  const nodes = await sandbox.start();
  process.stdout.write(`${JSON.stringify({ ready: true, nodes })}\n`);
  log.info({ control: command.options.control }, 'The sandbox is up.');
  log.info(`${await signalled}: the sandbox stops.`);
  await sandbox.stop();
}

function textFor(command: Exclude<Command, { readonly kind: 'run' }>): string {
  switch (command.kind) {
    case 'help':
      return HELP;
    case 'version':
      return `${VERSION}\n`;
    case 'accounts':
      return listAccounts(command.options);
  }
}

/** Runs the command line of this process and ends the process. */
export async function runCommand(): Promise<never> {
  try {
    await run(process.argv.slice(2));
    return process.exit(0);
  } catch (error) {
    const isExpected =
      error instanceof OptionError || error instanceof ListenError || error instanceof LinkFailure;
    process.stderr.write(
      isExpected ? `finesse-sandbox: ${error.message}\n` : `finesse-sandbox: ${String(error)}\n`,
    );
    return process.exit(isExpected ? WRONG_OPTION : 1);
  }
}
