// The checks of `npm test` and `npm run verify`, and how their results are counted.
import { at, bin, ng, run, seconds } from './workspace.mjs';
import { build, PARTS } from './build-parts.mjs';

const ANSI = /\u001b\[[0-9;]*m/g;
const SANDBOX_ENV = { TSX_TSCONFIG_PATH: at('projects/finesse-sandbox/tsconfig.json') };

/** Counts what a karma run printed: one "Executed 12 of 12 (2 FAILED)" a browser, the last one is final. */
function countKarma(output) {
  const last = [...output.matchAll(/Executed (\d+) of (\d+)(?: \((\d+) FAILED\))?/g)].at(-1);
  return last === undefined
    ? { passed: 0, failed: 1 }
    : { passed: Number(last[1]) - Number(last[3] ?? 0), failed: Number(last[3] ?? 0) };
}

/** Counts what jasmine printed: "12 specs, 0 failures". */
function countJasmine(output) {
  const last = [...output.matchAll(/(\d+) specs?, (\d+) failures?/g)].at(-1);
  return last === undefined
    ? { passed: 0, failed: 1 }
    : { passed: Number(last[1]) - Number(last[2]), failed: Number(last[2]) };
}

/** Counts what Playwright printed: "12 passed (3s)", "1 failed". A flaky test is a failed one. */
export function countPlaywright(output) {
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(output)?.[1] ?? 0);
  const failed = count('failed') + count('flaky') + count('did not run') + count('interrupted');
  return { passed: count('passed'), failed };
}

/** Reads the last line of a task of ours: "12 passed, 0 failed". */
function countTask(output) {
  const last = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  return last === undefined
    ? { passed: 0, failed: 1 }
    : { passed: Number(last[1]), failed: Number(last[2]) };
}

const karma = (project) => ({
  name: `unit tests of ${project}`,
  command: ng('test', project, '--watch=false', '--progress=false'),
  count: countKarma,
});

/** Checks in the order that finds the cheap faults first. `count` reads the number of tests from the output. */
export const CHECKS = {
  lint: { name: 'lint', command: bin('eslint/bin/eslint.js', '.', '--max-warnings=0') },
  format: {
    name: 'format',
    command: bin('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  },
  types: {
    name: 'types of the sandbox',
    command: bin('typescript/bin/tsc', '--noEmit', '-p', 'projects/finesse-sandbox/tsconfig.json'),
  },
  e2eTypes: {
    name: 'types of the end-to-end tests',
    command: bin('typescript/bin/tsc', '--noEmit', '-p', 'e2e/tsconfig.json'),
  },
  interopTypes: {
    name: 'types of the interop suite',
    command: bin('typescript/bin/tsc', '--noEmit', '-p', 'interop/tsconfig.json'),
  },
  library: karma('finesse-tunnel'),
  page: karma('event-tunnel'),
  dashboard: karma('dashboard'),
  sandbox: {
    name: 'unit tests of finesse-sandbox',
    command: [
      process.execPath,
      '--import',
      'tsx',
      at('node_modules/jasmine/bin/jasmine.js'),
      '--config=projects/finesse-sandbox/spec/support/jasmine.json',
    ],
    env: SANDBOX_ENV,
    count: countJasmine,
  },
  builds: {
    name: 'builds',
    act: () => build(Object.keys(PARTS)),
  },
  sizes: { name: 'sizes', command: [process.execPath, at('scripts/check-sizes.mjs')] },
  translations: {
    name: 'translations',
    command: [process.execPath, at('scripts/check-translations.mjs')],
  },
  schematics: {
    name: 'schematics, as they are built',
    command: [
      process.execPath,
      '--import',
      'tsx',
      at('node_modules/jasmine/bin/jasmine.js'),
      '--config=projects/finesse-tunnel/schematics/spec/jasmine.json',
    ],
    env: { TSX_TSCONFIG_PATH: at('projects/finesse-tunnel/schematics/tsconfig.spec.json') },
    count: countJasmine,
  },
  e2e: {
    name: 'end-to-end tests',
    command: bin('@playwright/test/cli.js', 'test', '--config=e2e/playwright.config.ts'),
    count: countPlaywright,
  },
  firefox: {
    name: 'end-to-end tests in Firefox',
    command: [process.execPath, at('scripts/tasks/firefox.mjs')],
    count: countPlaywright,
  },
  interop: {
    name: 'other XMPP servers',
    command: [process.execPath, at('scripts/tasks/interop.mjs')],
    count: countTask,
  },
  api: { name: 'API reports', command: [process.execPath, at('scripts/api-reports.mjs')] },
  packages: {
    name: 'package checks',
    command: [process.execPath, at('scripts/check-packages.mjs')],
  },
  fuzz: {
    name: 'texts kept by fuzzing',
    command: [process.execPath, at('scripts/tasks/fuzz.mjs'), '--replay'],
    count: countTask,
  },
  claims: {
    name: 'proofs named in the documents',
    command: [process.execPath, at('scripts/check-claims.mjs')],
  },
  examples: {
    name: 'compiled examples',
    command: [process.execPath, at('scripts/check-examples.mjs')],
  },
  docs: { name: 'site of documents', command: [process.execPath, at('scripts/tasks/docs.mjs')] },
  diagram: {
    name: 'state diagram',
    command: [process.execPath, at('scripts/state-diagram.mjs')],
  },
};

/**
 * Runs checks one after the other, all of them even when one fails, and prints the sum on the last line.
 *
 * @returns The exit code.
 */
export async function runChecks(names) {
  const start = performance.now();
  const total = { passed: 0, failed: 0 };
  const broken = [];
  for (const name of names) {
    const result = await runCheck(CHECKS[name]);
    total.passed += result.passed;
    total.failed += result.failed;
    if (result.failed > 0) {
      broken.push(CHECKS[name].name);
    }
  }
  console.log(
    `\n${broken.length === 0 ? 'All checks passed' : `Failed: ${broken.join(', ')}`} in ${seconds(start)}`,
  );
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** A check that counts no tests of its own counts as one. A failing exit code fails, whatever was counted. */
async function runCheck({ name, command, env, count, act }) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { code, output } = act === undefined ? await run(command, { env }) : await attempt(act);
  const counted = count?.(output.replace(ANSI, '')) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  const failed = code !== 0 ? Math.max(counted.failed, 1) : counted.failed;
  console.log(`── ${name}: ${counted.passed} passed, ${failed} failed in ${seconds(start)}`);
  return { passed: counted.passed, failed };
}

async function attempt(act) {
  try {
    await act();
    return { code: 0, output: '' };
  } catch (error) {
    console.error(error.message);
    return { code: 1, output: '' };
  }
}
