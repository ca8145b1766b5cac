// Builds the EventTunnel page: dist/event-tunnel/index.html and EventTunnel.js, within its size budget.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';

const BUDGET_BYTES = 10_240;
const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'projects/event-tunnel');
const target = join(root, 'dist/event-tunnel');

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await build({
  entryPoints: [join(source, 'src/main.ts')],
  outfile: join(target, 'EventTunnel.js'),
  tsconfig: join(source, 'tsconfig.app.json'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
});
await writeFile(join(target, 'index.html'), await readFile(join(source, 'index.html')));

let total = 0;
for (const name of (await readdir(target)).sort()) {
  const bytes = await readFile(join(target, name));
  const packed = gzipSync(bytes, { level: 9 }).length;
  total += packed;
  console.log(`${name}: ${bytes.length} bytes, ${packed} gzip`);
}
console.log(`event-tunnel: ${total} of ${BUDGET_BYTES} bytes gzip`);
if (total > BUDGET_BYTES) {
  console.error(
    `The EventTunnel page is ${total - BUDGET_BYTES} bytes over its budget; see dist/event-tunnel.`,
  );
  process.exitCode = 1;
}
