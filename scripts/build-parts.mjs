// What gets built, and whether it has to be built again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { at, ng, root, run, seconds } from './workspace.mjs';

const COMMON = ['package-lock.json', 'tsconfig.json', 'angular.json', 'projects/finesse-tunnel'];

/** The runnable examples; `documents` puts the blocks of the documents on a page, for the tests. */
export const EXAMPLES = ['minimal', 'portal', 'signals', 'wallboard', 'vanilla', 'documents'];

/** Every part: name, command, the sources it is made from, and what must exist afterwards. The sandbox packs the page. */
export const PARTS = {
  'event-tunnel': {
    command: [process.execPath, at('scripts', 'build-tunnel.mjs')],
    sources: [...COMMON, 'projects/event-tunnel', 'scripts/build-tunnel.mjs'],
    result: 'dist/event-tunnel/index.html',
    before: [],
  },
  'finesse-sandbox': {
    command: [process.execPath, at('scripts', 'build-sandbox.mjs')],
    sources: [
      ...COMMON,
      'projects/event-tunnel',
      'projects/finesse-sandbox',
      'scripts/build-tunnel.mjs',
      'scripts/build-sandbox.mjs',
      'scripts/sandbox-types.mjs',
    ],
    result: 'dist/finesse-sandbox/package.json',
    before: ['event-tunnel'],
  },
  'finesse-tunnel': {
    command: [process.execPath, at('scripts', 'build-library.mjs')],
    sources: [...COMMON, 'scripts/build-library.mjs'],
    result: 'dist/finesse-tunnel/package.json',
    before: [],
  },
  dashboard: {
    command: ng('build', 'dashboard', '--progress=false'),
    sources: [...COMMON, 'src'],
    result: 'dist/dashboard/index.html',
    before: [],
  },
  // As it is while being worked on: it tells its state to Redux DevTools, which `npm run chaos` listens to.
  'dashboard-development': {
    command: ng(
      ...['build', 'dashboard', '--configuration=development', '--progress=false'],
      ...['--source-map=false', '--output-path=dist/dashboard-development'],
    ),
    sources: [...COMMON, 'src'],
    result: 'dist/dashboard-development/browser/index.html',
    before: [],
    isOnDemand: true,
  },
  ...Object.fromEntries(EXAMPLES.map((name) => [`example-${name}`, exampleOf(name)])),
};

function exampleOf(name) {
  const folder = `examples/${name}`;
  return {
    command:
      name === 'vanilla'
        ? [process.execPath, at('scripts', 'build-vanilla-example.mjs')]
        : ng('build', 'examples', `--configuration=${name}`),
    sources: [...COMMON, 'examples', 'docs/examples'],
    result: `dist/${folder}/index.html`,
    before: [],
  };
}

/**
 * Builds the named parts that are missing or older than their sources, one after the other.
 *
 * @throws Error naming the part whose build failed; its output has been printed.
 */
export async function build(names) {
  for (const name of names) {
    await build(PARTS[name].before);
    await buildPart(name);
  }
}

async function buildPart(name) {
  const { command, sources, result } = PARTS[name];
  const stamp = at('dist', '.stamps', name);
  const wanted = digest(sources);
  if (existsSync(at(result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }
  const start = performance.now();
  process.stdout.write(`Building ${name} … `);
  const { code } = await run(command, { show: false });
  if (code !== 0) {
    throw new Error(`The build of ${name} failed, see above.`);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  console.log(seconds(start));
}

/** A digest of the content of files and folders; specs do not count, they are in no build. */
function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((p) => filesBelow(at(p))).sort()) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) {
    return [];
  }
  if (!statSync(path).isDirectory()) {
    return path.endsWith('.spec.ts') ? [] : [path];
  }
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}
