// Builds the Node package dist/finesse-sandbox: the command, the programmatic API, and the tunnel page when it is built.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { writeSandboxTypes } from './sandbox-types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'projects/finesse-sandbox');
const target = join(root, 'dist/finesse-sandbox');
const page = join(root, 'dist/event-tunnel');
const workspace = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const library = JSON.parse(
  await readFile(join(root, 'projects/finesse-tunnel/package.json'), 'utf8'),
);

// What the bundle leaves outside, with the very versions it was tested with.
const EXTERNAL = [
  '@fastify/cors',
  '@fastify/static',
  '@xmpp/client',
  'fastify',
  'pino',
  'saxes',
  'selfsigned',
  'ws',
];
const dependencies = Object.fromEntries(
  EXTERNAL.map((name) => [name, workspace.dependencies[name]]),
);
const missing = EXTERNAL.filter((name) => dependencies[name] === undefined);
if (missing.length > 0) {
  console.error(`Not among the dependencies of package.json: ${missing.join(', ')}.`);
  process.exit(1);
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await build({
  entryPoints: { main: join(source, 'src/main.ts'), index: join(source, 'src/public-api.ts') },
  outdir: target,
  tsconfig: join(source, 'tsconfig.json'),
  bundle: true,
  splitting: true,
  chunkNames: 'sandbox-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: EXTERNAL,
  define: { FINESSE_SANDBOX_VERSION: JSON.stringify(library.version) },
  logLevel: 'warning',
});
const main = join(target, 'main.js');
await writeFile(main, `#!/usr/bin/env node\n${await readFile(main, 'utf8')}`, { mode: 0o755 });
await writeFile(
  join(target, 'package.json'),
  `${JSON.stringify(
    {
      name: 'finesse-sandbox',
      version: library.version,
      description:
        'A Cisco Finesse server to develop and test against: REST, notifications, tunnel page',
      license: workspace.license,
      type: 'module',
      engines: workspace.engines,
      bin: { 'finesse-sandbox': './main.js' },
      types: './index.d.ts',
      exports: {
        '.': { types: './index.d.ts', default: './index.js' },
        './package.json': './package.json',
      },
      dependencies,
    },
    undefined,
    2,
  )}\n`,
);
writeSandboxTypes(target);
await cp(join(source, 'README.md'), join(target, 'README.md'));
await cp(join(root, 'LICENSE'), join(target, 'LICENSE'));
if (existsSync(join(page, 'index.html'))) {
  await cp(page, join(target, 'tunnel'), { recursive: true });
} else {
  console.warn('There is no dist/event-tunnel yet: the package gets no tunnel page.');
}
const started = performance.now();
execFileSync(process.execPath, [main, '--version'], { stdio: 'ignore' });
console.log(`finesse-sandbox: loads in ${Math.round(performance.now() - started)} ms`);
