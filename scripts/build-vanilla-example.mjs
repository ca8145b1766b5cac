// Bundles the example that uses no framework.
import { build } from 'esbuild';
import { at } from './workspace.mjs';

await build({
  entryPoints: ['index.html', 'main.ts'].map((file) => at('examples/vanilla', file)),
  outdir: at('dist/examples/vanilla'),
  tsconfig: at('examples/tsconfig.json'),
  loader: { '.html': 'copy' },
  bundle: true,
  format: 'esm',
});
