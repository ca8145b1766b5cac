// What a browser has to fetch, bytes gzip, of what is built in dist/.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../../scripts/workspace.mjs';
import { gzipSize, gzipSizeOf } from './bundle.mjs';

const PEERS = ['@angular/*', '@ngrx/*', 'rxjs', 'rxjs/*', 'tslib'];
// `import(…)` is lazy: only a string right behind `from` or `import` is fetched at once.
const STATIC_IMPORT = /\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;
// The first module fetches the application by `import(…)`, once the language is there: that is not lazy.
const ANY_IMPORT = /\b(?:from|import)\s*\(?\s*["'`]\.\/([^"'`]+\.js)["'`]/g;

/** The tunnel page, every byte. */
export function weighPage() {
  return filesBelow(at('dist/event-tunnel'))
    .filter((path) => !path.endsWith('.map'))
    .reduce((sum, path) => sum + gzipSize(readFileSync(path)), 0);
}

/** An entry point of the built package, which is what hosts install, beyond its peers and what else they have. */
export function weighEntry(name, others = []) {
  const file = `./dist/finesse-tunnel/fesm2022/${name.replace('/', '-')}.mjs`;
  return gzipSizeOf(`export * from ${JSON.stringify(file)};`, [...PEERS, ...others]);
}

/** The dashboard's document, what it names, and what that imports in turn; it preloads ten modules at most. */
export function weighDashboard() {
  const folder = at('dist/dashboard');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const wanted = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path]) => path);
  const files = new Map();
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (!files.has(path)) {
      const text = readFileSync(join(folder, path), 'utf8');
      files.set(path, gzipSize(text));
      const imports = path.startsWith('main-') ? ANY_IMPORT : STATIC_IMPORT;
      wanted.push(...[...text.matchAll(imports)].map(([, imported]) => imported));
    }
  }
  return [...files.values()].reduce((sum, size) => sum + size, gzipSize(html));
}

function filesBelow(path) {
  return statSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => filesBelow(join(path, name)))
    : [path];
}
