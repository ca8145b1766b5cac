// Z1 to Z3: what a browser has to fetch, gzip.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../scripts/build-parts.mjs';
import { at } from '../../scripts/workspace.mjs';
import { bundle, gzipSize, gzipSizeOf } from '../harness/bundle.mjs';
import { ratio, table } from '../harness/results.mjs';

const PEERS = ['@angular/*', '@ngrx/*', 'rxjs', 'rxjs/*', 'tslib'];
// `import(…)` is lazy: only a string right behind `from` or `import` is fetched at once.
const STATIC_IMPORT = /\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;
// The first module fetches the application by `import(…)`, once the language is there: that is not lazy.
const ANY_IMPORT = /\b(?:from|import)\s*\(?\s*["'`]\.\/([^"'`]+\.js)["'`]/g;
const LIBRARY = 'finesse-tunnel, all of the main entry';

export const title = 'Sizes: bytes to fetch, gzip';
export const rounds = 1;

/** Builds everything for production and weighs it. */
export async function run({ log }) {
  log('building');
  await build(['event-tunnel', 'finesse-tunnel', 'dashboard']);
  const page = sizeOfFolder(at('dist/event-tunnel'));
  const strophe = gzipSize(await bundle('bench/rivals/strophe-page.mjs'));
  const pages = { 'event-tunnel, every byte': [page], 'a page on Strophe 5, script': [strophe] };
  const main = await entry('finesse-tunnel', PEERS);
  const protocol = await entry('finesse-tunnel/protocol', PEERS);
  const rest = await entry('finesse-tunnel/rest', [...PEERS, 'finesse-tunnel']);
  const libraries = {
    [LIBRARY]: [main],
    'finesse-tunnel/protocol': [protocol],
    'finesse-tunnel/rest, beyond the main entry': [rest],
  };
  const dashboard = initialTransfer(at('dist/dashboard'));
  return {
    tables: [
      table(pages, { title: 'tunnel page', unit: 'bytes', base: 'event-tunnel, every byte' }),
      table(libraries, { title: 'library, beyond its peers', unit: 'bytes', base: LIBRARY }),
      table(
        { 'dashboard, first load': [dashboard] },
        { title: 'dashboard', unit: 'bytes', base: 'dashboard, first load' },
      ),
    ],
    ratios: [
      ratio('Z1-page', 'tunnel page, bytes', [page]),
      ratio('Z1-page-strophe', 'tunnel page ÷ Strophe page', [page / strophe]),
      ratio('Z2-main', 'library main entry, bytes', [main]),
      ratio('Z2-protocol', 'library protocol, bytes', [protocol]),
      ratio('Z3-dashboard', 'dashboard first load, bytes', [dashboard]),
    ],
  };
}

/** The built package, not the sources: it is what hosts install. */
function entry(name, external) {
  const file = `./dist/finesse-tunnel/fesm2022/${name.replace('/', '-')}.mjs`;
  return gzipSizeOf(`export * from ${JSON.stringify(file)};`, external);
}

function sizeOfFolder(folder) {
  return filesBelow(folder)
    .filter((path) => !path.endsWith('.map'))
    .reduce((sum, path) => sum + gzipSize(readFileSync(path)), 0);
}

/** The document, what it names, and what that imports in turn; the document preloads ten modules at most. */
function initialTransfer(folder) {
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
