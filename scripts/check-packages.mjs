// Packs the library as npm would publish it, then lets publint and attw judge the tarball; checks the page's size again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, bin, run } from './workspace.mjs';

const folder = mkdtempSync(join(tmpdir(), 'finesse-tunnel-'));
let failed = 0;
try {
  const packed = await run(
    ['npm', 'pack', at('dist/finesse-tunnel'), '--pack-destination', folder, '--json'],
    {
      show: false,
    },
  );
  if (packed.code !== 0) {
    throw new Error('npm pack failed, see above.');
  }
  const name = /"filename":\s*"([^"]+)"/.exec(packed.output)?.[1] ?? '';
  const tarball = join(folder, name);
  // Angular packages are ESM only, which attw tells as a problem for CommonJS readers. The entry points import each other by
  // name, which only resolvers that know "exports" follow: attw counts the one that does not, although its profile leaves it out.
  const attw = ['--profile', 'esm-only', '--ignore-rules', 'internal-resolution-error'];
  const checks = [
    bin('publint/src/cli.js', 'run', tarball, '--strict'),
    bin('@arethetypeswrong/cli/dist/index.js', tarball, ...attw),
  ];
  for (const check of checks) {
    const { code } = await run(check);
    failed += code === 0 ? 0 : 1;
  }
} catch (error) {
  console.error(error.message);
  failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);
