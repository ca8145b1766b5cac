// Runs one of scripts/tasks/*.mjs on the Node that this workspace pins, after installing what is missing.
// Starts on whatever Node the machine has (20 or newer), so it uses nothing but built-ins.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const marker = join(modules, '.installed-lock');

const [task, ...args] = process.argv.slice(2);
requireNode(20);
installIfNeeded();
runOnPinnedNode();

function requireNode(major) {
  if (Number(process.versions.node.split('.')[0]) < major) {
    fail(`Node ${process.versions.node} is too old: install Node ${major} or newer and try again.`);
  }
}

/** `npm ci` when node_modules is missing or was installed from another lock file. */
function installIfNeeded() {
  const lock = join(root, 'package-lock.json');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(marker) ? readFileSync(marker, 'utf8') === wanted : isInstalledByHand(lock)) {
    return;
  }
  console.log('Installing packages (npm ci): about a minute, only when the lock file changes …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm, ['ci', ...quiet], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    fail('npm ci failed, see above. Is the npm registry reachable?');
  }
  writeFileSync(marker, wanted);
}

function isInstalledByHand(lock) {
  const installed = join(modules, '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

function runOnPinnedNode() {
  const script = join(root, 'scripts', 'tasks', `${task}.mjs`);
  if (task === undefined || !existsSync(script)) {
    fail(`No task "${task ?? ''}" in scripts/tasks.`);
  }
  const child = spawn(pinnedNode(), [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH ?? ''}`,
      NG_CLI_ANALYTICS: 'false',
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

/** The binary of the `node` package; its install script may have been blocked, then run it now. */
function pinnedNode() {
  const binary = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) {
    spawnSync(process.execPath, ['installArchSpecificPackage'], {
      cwd: join(modules, 'node'),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  if (existsSync(binary)) {
    return binary;
  }
  requireNode(24);
  return process.execPath;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
