import { OptionError } from './command-line';
import { HELP } from './help';
import { ListenError } from './listen';
import { createLog } from './log';
import { readOptions } from './read-options';
import { createSandbox } from './sandbox';
import { VERSION } from './version';

const WRONG_OPTION = 2;

/** Runs the command and decides its exit code: 0 after a signal, 2 for a wrong option or a taken port. */
async function main(args: readonly string[]): Promise<void> {
  const command = readOptions(args);
  if (command.kind !== 'run') {
    process.stdout.write(command.kind === 'help' ? HELP : `${VERSION}\n`);
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

try {
  await main(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  const isExpected = error instanceof OptionError || error instanceof ListenError;
  process.stderr.write(
    isExpected ? `finesse-sandbox: ${error.message}\n` : `finesse-sandbox: ${String(error)}\n`,
  );
  process.exit(isExpected ? WRONG_OPTION : 1);
}
