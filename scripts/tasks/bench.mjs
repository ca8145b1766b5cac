// npm run bench [-- stage … --rounds N --check]: measures, prints, writes dist/bench/results.json and docs/performance.md.
// With --check it writes no document and fails when a ratio breaks its limit in bench/budgets.json.
import { parseArgs } from 'node:util';
import { bench, STAGES } from '../../bench/bench.mjs';

const { values, positionals } = readArguments();
const unknown = positionals.find((name) => !(name in STAGES));
if (unknown !== undefined) {
  fail(`There is no stage "${unknown}"; the stages are ${Object.keys(STAGES).join(', ')}.`);
}
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0)) {
  fail(`--rounds is a whole number of at least 1, not "${values.rounds}".`);
}
const names = positionals.length > 0 ? positionals : Object.keys(STAGES);
process.exitCode = await bench({ names, rounds, check: values.check });

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { rounds: { type: 'string' }, check: { type: 'boolean', default: false } },
    });
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
