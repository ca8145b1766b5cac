// Packs the library and the sandbox as npm would publish them, then lets publint and attw judge the tarballs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at, bin, run } from './workspace.mjs';

// The library's entry points import each other by name, which only resolvers that know "exports" follow: attw counts the one
// that does not, although its profile leaves it out.
const PACKAGES = {
  'finesse-tunnel': ['--ignore-rules', 'internal-resolution-error'],
  'finesse-sandbox': [],
};

const folder = mkdtempSync(join(tmpdir(), 'finesse-tunnel-'));
let failed = 0;
try {
  for (const [name, exceptions] of Object.entries(PACKAGES)) {
    failed += await judge(await pack(name), exceptions);
  }
} catch (error) {
  console.error(error.message);
  failed++;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);

async function pack(name) {
  const command = ['npm', 'pack', at('dist', name), '--pack-destination', folder, '--json'];
  const packed = await run(command, { show: false });
  if (packed.code !== 0) {
    throw new Error(`npm pack of ${name} failed, see above.`);
  }
  return join(folder, /"filename":\s*"([^"]+)"/.exec(packed.output)?.[1] ?? '');
}

/** How many checks fail. Both packages are ESM only, which attw tells as a problem for CommonJS readers. */
async function judge(tarball, exceptions) {
  const checks = [
    bin('publint/src/cli.js', 'run', tarball, '--strict'),
    bin('@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', ...exceptions),
  ];
  let failures = 0;
  for (const check of checks) {
    const { code } = await run(check);
    failures += code === 0 ? 0 : 1;
  }
  return failures;
}
