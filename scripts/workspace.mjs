// Where things are, and how the tasks start other programs.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path below the checkout. */
export function at(...parts) {
  return join(root, ...parts);
}

/** The command line of a package's bin file, on the Node that runs this. */
export function bin(path, ...args) {
  return [process.execPath, at('node_modules', path), ...args];
}

/** The command line of the Angular CLI. */
export function ng(...args) {
  return bin('@angular/cli/bin/ng.js', ...args);
}

/**
 * Runs a program to its end and collects what it prints.
 *
 * @param command - Program and arguments.
 * @param options - `env` to add; `show`: false keeps the output back unless the program fails.
 * @returns `{ code, output }`, never rejects for a failing program.
 */
export function run([program, ...args], { env = {}, show = true } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        if (show) {
          process.stdout.write(text);
        }
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 && !show) {
        process.stdout.write(output);
      }
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Says how long a step took, in seconds. */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
