// Compares the texts of the built dashboard with each language file in src/public/languages.
// With --local the files are brought in order: sorted, new texts added empty, left-over ones removed.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from './build-parts.mjs';
import { at, bin, run } from './workspace.mjs';

const FOLDER = 'src/public/languages';
const EXTRACTED = 'dist/.i18n/messages.json';

await build(['dashboard']);
const messages = await extract();
const files = readdirSync(at(FOLDER)).filter((name) => name.endsWith('.json'));
if (process.argv.includes('--local')) {
  files.forEach(bringInOrder);
}
const problems = [...unnamed(), ...files.flatMap(problemsOf)];
problems.forEach((problem) => console.error(problem));
console.log(
  problems.length === 0
    ? `${Object.keys(messages).length} texts, each translated in ${files.join(', ')}.`
    : `${problems.length} problems. "npm run translations" adds and removes entries; the texts are yours to write.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

async function extract() {
  mkdirSync(at('dist/.i18n'), { recursive: true });
  const { code, output } = await run(
    bin(
      '@angular/localize/tools/bundles/src/extract/cli.js',
      ...['--root', at('dist/dashboard'), '--source', '*.js', '--format', 'json'],
      ...['--outputPath', at(EXTRACTED), '--useSourceMaps', 'false', '--useLegacyIds', 'false'],
      ...['--duplicateMessageHandling', 'error'],
    ),
    { show: false },
  );
  if (code !== 0) {
    throw new Error(`The texts cannot be extracted.\n${output}`);
  }
  return JSON.parse(readFileSync(at(EXTRACTED), 'utf8')).translations;
}

/** Texts without an id of their own get a number, which changes with every correction of the text. */
function unnamed() {
  return Object.entries(messages)
    .filter(([id]) => /^\d+$/.test(id))
    .map(
      ([, text]) => `No id: "${text}". Write i18n="@@area.what" or $localize\`:@@area.what:…\`.`,
    );
}

function problemsOf(name) {
  const { translations } = read(name);
  const missing = Object.entries(messages)
    .filter(([id]) => !translations[id])
    .map(([id, text]) => `${name}: "${id}" is not translated: ${text}`);
  const leftOver = Object.keys(translations)
    .filter((id) => messages[id] === undefined)
    .map((id) => `${name}: "${id}" is left over; no text has this id.`);
  const broken = Object.entries(translations)
    .filter(([id, text]) => messages[id] !== undefined && text !== '')
    .filter(([id, text]) => placeholders(text) !== placeholders(messages[id]))
    .map(([id]) => `${name}: "${id}" needs the placeholders ${placeholders(messages[id])}.`);
  return [...missing, ...leftOver, ...broken];
}

function placeholders(text) {
  return [...new Set(text.match(/\{\$[A-Za-z0-9_-]+\}|\{VAR_\w+|\{ICU\w*\}/g) ?? [])]
    .sort()
    .join(' ');
}

function bringInOrder(name) {
  const { locale, translations } = read(name);
  const ids = Object.keys(messages).sort((a, b) => (a < b ? -1 : 1));
  const ordered = Object.fromEntries(ids.map((id) => [id, translations[id] ?? '']));
  const text = JSON.stringify({ locale, translations: ordered }, null, 2);
  writeFileSync(at(FOLDER, name), `${text}\n`);
}

function read(name) {
  return JSON.parse(readFileSync(at(FOLDER, name), 'utf8'));
}
