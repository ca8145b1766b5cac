// What somebody does who has only the documents: a new application, `ng add`, the two lines it asks for, and agents on the screen.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHost, PATIENCE_MS } from './check-host.mjs';
import { packLibrary } from './pack-library.mjs';

/**
 * Walks the way of docs/start.md in a workspace of one major.
 *
 * @param steps - `make(name)` gives a fresh workspace with the packages of that major; `need(folder, command, what)` runs a command there.
 * @returns What went wrong, `undefined` when nothing did.
 */
export async function newcomerProblem({ make, need }) {
  const folder = await make();
  await need(folder, `npx ng add ${await packLibrary(folder)} --skip-confirmation`, 'ng add');
  await need(folder, 'npx ng generate finesse-tunnel:wallboard floor --team 31', 'ng generate');
  showBoth(folder);
  await need(folder, 'npx ng build', 'ng build');
  const dist = join(folder, 'site');
  rmSync(dist, { recursive: true, force: true });
  cpSync(join(folder, outputOf(folder), 'browser'), dist, { recursive: true });
  return openHost(dist, lookAt);
}

/** What `ng add` says is left to do. */
function showBoth(folder) {
  const path = join(folder, 'src/app/app.ts');
  const source = readFileSync(path, 'utf8').replace(
    /imports: \[.*?\]/,
    'imports: [FinesseAgents, Floor]',
  );
  const imports = `import { FinesseAgents } from './finesse-agents';\nimport { Floor } from './floor';\n`;
  writeFileSync(path, imports + source);
  writeFileSync(join(folder, 'src/app/app.html'), '<app-finesse-agents />\n<app-floor />\n');
}

function outputOf(folder) {
  const { projects } = JSON.parse(readFileSync(join(folder, 'angular.json'), 'utf8'));
  return join('dist', Object.keys(projects)[0]);
}

async function lookAt(page, { setState, truth }) {
  await page.getByLabel('Agent ID').fill('1000001');
  await page.getByLabel('Password').fill('cisco');
  await page.getByRole('button', { name: 'Sign in' }).click();
  for (const state of ['NOT_READY', 'READY']) {
    await setState('1001001', state);
    const { agents } = await truth();
    const states = agents.filter(({ teamId }) => teamId === '31').map((agent) => agent.state);
    for (const part of ['app-finesse-agents', 'app-floor']) {
      await page.waitForFunction(showsStates, [part, states.sort().join()], {
        timeout: PATIENCE_MS,
      });
    }
  }
}

/** Runs in the page: the last word of each agent's line is the state. */
function showsStates([part, wanted]) {
  const lines = [...document.querySelectorAll(`${part} li`)].map((line) => line.textContent.trim());
  return (
    lines
      .map((line) => line.split(/\s+/).at(-1))
      .sort()
      .join() === wanted
  );
}
