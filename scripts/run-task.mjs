// Finds the browser, then runs checks and leaves with their exit code.
import { findOrInstallBrowser } from './browser.mjs';
import { runChecks } from './checks.mjs';

/** Runs the named checks of checks.mjs; `npm test -- NAME …` narrows them down. */
export async function runTask(names) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no check "${unknown}" here; the checks are ${names.join(', ')}.`);
    process.exit(2);
  }
  try {
    process.env.CHROME_BIN = findOrInstallBrowser();
  } catch (error) {
    console.error(error.message);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
  process.exit(await runChecks(wanted.length > 0 ? wanted : names));
}
