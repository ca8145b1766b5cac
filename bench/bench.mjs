// Runs stages one after the other and reports them. A stage is a module with `title`, `rounds` and
// `run({ browser, rounds, log })`, which gives `{ tables, ratios }` as bench/harness/results.mjs makes them.
import { launchBrowser } from './harness/browser.mjs';
import { isKept } from './harness/budgets.mjs';
import { machine } from './harness/machine.mjs';
import { writeDocument } from './report/document.mjs';
import { printStage } from './report/print.mjs';
import { saveResult } from './report/save.mjs';
import * as line from './stages/end-to-end.mjs';
import * as fanOut from './stages/fan-out.mjs';
import * as hop from './stages/hop.mjs';
import * as memory from './stages/memory.mjs';
import * as page from './stages/page-receive.mjs';
import * as reader from './stages/reader.mjs';
import * as sizes from './stages/sizes.mjs';
import * as store from './stages/store.mjs';
import * as storm from './stages/storm.mjs';

/** Name to stage, in the order they run. */
export const STAGES = { sizes, reader, store, page, hop, 'fan-out': fanOut, line, storm, memory };

/**
 * Measures the named stages.
 *
 * @returns The exit code: 1 when a stage fails, or when `check` is set and a ratio breaks its limit.
 */
export async function bench({ names, rounds, check }) {
  const browser = await launchBrowser();
  const on = machine(browser.version());
  console.log(`${on}\n`);
  const broken = [];
  try {
    for (const name of names) {
      const result = await measure(name, { browser, rounds });
      if (result === undefined) {
        broken.push(name);
        continue;
      }
      await report({ name, on, ...result }, check);
      broken.push(...result.ratios.filter((ratio) => isKept(ratio) === false).map(({ id }) => id));
    }
  } finally {
    await browser.close();
  }
  console.log(broken.length === 0 ? 'Every limit is kept.' : `Not kept: ${broken.join(', ')}`);
  return names.some((name) => broken.includes(name)) || (check && broken.length > 0) ? 1 : 0;
}

/** A stage that cannot run costs only itself: the others are measured all the same. */
async function measure(name, { browser, rounds }) {
  const stage = STAGES[name];
  const log = (text) => process.stderr.write(`  ${name}: ${text}\n`);
  try {
    const counted = rounds ?? stage.rounds;
    const result = await stage.run({ browser, rounds: counted, log });
    return { title: stage.title, rounds: counted, ...result };
  } catch (error) {
    console.error(`${name} could not be measured: ${error.stack}\n`);
    return undefined;
  }
}

async function report(result, check) {
  printStage(result);
  saveResult(result);
  if (!check) {
    await writeDocument(result);
  }
}
