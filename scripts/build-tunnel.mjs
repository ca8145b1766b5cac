// Builds the EventTunnel page: dist/event-tunnel/index.html and EventTunnel.js, within its size budget.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';
import { minify } from 'terser';
import ts from 'typescript';

import { guardOf } from '../bench/harness/budgets.mjs';

const BUDGET_BYTES = guardOf('Z1-page');
/** Names of JSON fields that objects of ours are written to or read from, and of what our ports share with a window. */
const WIRE_NAMES = [
  ...['node', 'jid', 'status', 'postMessage', 'parent'],
  ...['xmppRequestTimeout', 'xmppFailoverDetectionPingInterval', 'xmppFailoverRequestMaxRetry'],
];
const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'projects/event-tunnel');
const protocol = join(root, 'projects/finesse-tunnel/protocol/src');
const xml = join(root, 'projects/finesse-tunnel/xml/src');
const target = join(root, 'dist/event-tunnel');

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const {
  outputFiles: [bundled],
} = await build({
  entryPoints: [join(source, 'src/main.ts')],
  write: false,
  tsconfigRaw: {
    compilerOptions: {
      paths: {
        'finesse-tunnel/protocol': [join(protocol, 'public-api')],
        'finesse-tunnel/xml': [join(xml, 'public-api')],
      },
      useDefineForClassFields: false,
    },
  },
  bundle: true,
  minify: true,
  mangleProps: new RegExp(`^(${ownNames(join(source, 'src/main.ts')).join('|')})$`),
  plugins: [{ name: 'drop-words', setup: dropWords }],
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});
// esbuild minifies file by file; terser goes on where functions and values have one place of use.
const { code } = await minify(bundled.text, {
  ecma: 2020,
  toplevel: true,
  compress: {
    ...{ ecma: 2020, passes: 4, hoist_funs: true, keep_fargs: false },
    ...{ pure_getters: true, unsafe: true, unsafe_arrows: true, unsafe_methods: true },
  },
  format: { ecma: 2020 },
});
await writeFile(join(target, 'EventTunnel.js'), code);
const page = await readFile(join(source, 'index.html'), 'utf8');
await writeFile(join(target, 'index.html'), page.replace(/\n\s*|<\/(?:p|html)>| \/(?=>)/g, ''));

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

/**
 * The property names that only our own code uses; they become single letters. A name that anywhere belongs to something
 * of the browser's, or to nobody the compiler knows, keeps its spelling, and so does one that is written to the wire.
 */
function ownNames(entry) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram([entry], options);
  const checker = program.getTypeChecker();
  const own = new Set();
  const foreign = new Set(WIRE_NAMES);
  const isOurs = (symbol) =>
    symbol?.declarations?.every((declaration) =>
      declaration.getSourceFile().fileName.startsWith(join(root, 'projects/')),
    );
  const note = (name, ...symbols) => {
    if (ts.isIdentifier(name)) {
      (symbols.every(isOurs) ? own : foreign).add(name.text);
    }
  };
  const visit = (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      note(node.name, checker.getSymbolAtLocation(node.name));
    } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) {
        note(name, checker.getTypeAtLocation(node.parent).getProperty(name.text));
      }
    } else if (
      ts.isObjectLiteralElementLike(node) &&
      node.name !== undefined &&
      ts.isIdentifier(node.name)
    ) {
      // In a literal that stands for a dictionary, the names are data.
      const wanted = checker.getContextualType(node.parent);
      const types = wanted?.isUnion() ? wanted.types : [wanted];
      const symbols = types.flatMap((type) => type?.getProperty(node.name.text) ?? []);
      note(node.name, ...(wanted !== undefined && symbols.length === 0 ? [undefined] : symbols));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile) {
      visit(file);
    }
  }
  return [...own].filter((name) => !foreign.has(name));
}

/**
 * Takes out what the page has no use for: the diagnostics of the protocol, of which it only asks whether there is one, and the names
 * of the message types, of which only the numbers stay.
 */
function dropWords(bundler) {
  const words =
    /(?<!function )\brefused\(\s*'[\w-]+',\s*(?:'(?:[^'\\]|\\.)*'|"[^"]*"|`[^`]*`),\s*[\w']+,?\s*\)/g;
  const typeName = /(?<!typeof )\bTunnelMessageType\.(\w+)/g;
  bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
    const table = await readFile(join(protocol, 'tunnel-message.ts'), 'utf8');
    const numberOf = (name) => new RegExp(`^  ${name}: (\\d+),$`, 'm').exec(table)[1];
    const text = await readFile(path, 'utf8');
    const contents = text
      .replace(words, '{ ok: false }')
      .replace(typeName, (_whole, name) => numberOf(name));
    return { contents, loader: 'ts' };
  });
}
