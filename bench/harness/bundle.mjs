// Bundles for the browser as production builds make them: minified, without the frameworks' development checks.
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';
import { at } from '../../scripts/workspace.mjs';

const SHARED = {
  bundle: true,
  minify: true,
  write: false,
  platform: 'browser',
  target: 'es2022',
  tsconfig: at('tsconfig.json'),
  absWorkingDir: at(),
  alias: { 'node:dns': at('bench/rivals/no-dns.mjs') },
  logLevel: 'error',
  define: {
    ngDevMode: 'false',
    ngServerMode: 'false',
    ngJitMode: 'true',
    ngI18nClosureMode: 'false',
  },
};

/** A module with everything in it. */
export async function bundle(entry) {
  return textOf(await build({ ...SHARED, format: 'esm', entryPoints: [at(entry)] }));
}

/** The gzip size of what one import costs a host that has the given packages already. */
export async function gzipSizeOf(source, external = []) {
  const result = await build({
    ...SHARED,
    format: 'esm',
    external,
    stdin: { contents: source, resolveDir: at(), loader: 'js' },
  });
  return gzipSize(textOf(result));
}

/** Bytes on the wire. */
export function gzipSize(content) {
  return gzipSync(content, { level: 9 }).length;
}

function textOf({ outputFiles }) {
  return outputFiles[0].text;
}
