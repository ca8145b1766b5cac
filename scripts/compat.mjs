// Proves which hosts the packed library works in: `npm run compat -- 20 21 22` makes a fresh application of each major with
// NgRx of the same major, installs the tarball, builds it zoneless and with zone.js, and runs both in a browser against the sandbox.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkHost } from './compat/check-host.mjs';
import { newcomerProblem } from './compat/newcomer.mjs';
import { packLibrary } from './compat/pack-library.mjs';
import { at, run, seconds } from './workspace.mjs';

const MAJORS = ['20', '21', '22'];
const VARIANTS = ['zoneless', 'zone'];
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = asked.filter((major) => !MAJORS.includes(major));
if (unknown.length > 0) {
  console.error(`There is no major ${unknown.join(', ')}: take some of ${MAJORS.join(', ')}.`);
  process.exit(2);
}

const folder = join(tmpdir(), 'finesse-tunnel-compat');
let [passed, failed] = [0, 0];
for (const major of asked.length === 0 ? MAJORS : asked) {
  const start = performance.now();
  try {
    const results = await proveMajor(major);
    for (const { what, problem } of results) {
      console.log(`  Angular ${major}, ${what}: ${problem ?? 'works'}`);
      problem === undefined ? passed++ : failed++;
    }
  } catch (error) {
    console.error(`  Angular ${major}: ${error.message}`);
    failed++;
  }
  console.log(`Angular ${major} took ${seconds(start)}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function proveMajor(major) {
  const host = await freshHost(major);
  const results = [];
  for (const variant of VARIANTS) {
    const what =
      variant === 'zone' ? 'NgModule, own store, zone.js' : 'standalone, no store, zoneless';
    results.push({ what, problem: await problemOf(host, variant) });
  }
  results.push({
    what: 'ng add in a new application',
    problem: await newcomerProblem({
      make: () => newcomer(major, host),
      need: (at, command, what) => need(inHost(at, command), what),
    }).catch((error) => error.message),
  });
  return results;
}

/** A workspace that has never seen the library, with the packages of one that has. */
async function newcomer(major, host) {
  const name = `newcomer-${major}`;
  const path = join(folder, name);
  rmSync(path, { recursive: true, force: true });
  await newWorkspace(name, major);
  loosenVersions(path, major);
  cpSync(join(host, 'node_modules'), join(path, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !/node_modules.(finesse-tunnel|@ngrx)$/.test(source),
  });
  return path;
}

async function newWorkspace(name, major) {
  const options = '--defaults --skip-git --skip-install --skip-tests --style css --ssr false';
  const command = `npx --yes @angular/cli@${major} new ${name} ${options}`;
  await need(['sh', '-c', `cd ${folder} && ${command}`], 'ng new');
}

async function problemOf(host, variant) {
  const { code, output } = await run(inHost(host, `npx ng build --configuration ${variant}`), {
    show: false,
  });
  return code === 0
    ? checkHost(join(host, 'dist', variant, 'browser'))
    : `does not build: ${output.slice(-500)}`;
}

/** A workspace as the CLI of that major makes it; its packages stay from run to run, the library does not. */
async function freshHost(major) {
  const host = join(folder, `angular-${major}`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(host, 'node_modules', '@ngrx', 'store'))) {
    rmSync(host, { recursive: true, force: true });
    await newWorkspace(`angular-${major}`, major);
    loosenVersions(host, major);
    const zone = await zoneOf(host, major);
    const ngrx = ['store', 'effects', 'entity'].map((name) => `@ngrx/${name}@${major}`).join(' ');
    await need(
      inHost(host, `npm install --no-audit --no-fund ${ngrx} zone.js@"${zone}"`),
      'npm install',
    );
  }
  const tarball = await packLibrary(host);
  await need(
    inHost(host, `npm install --no-audit --no-fund --no-save ${tarball}`),
    'installing the library',
  );
  cpSync(at('scripts/compat/host'), join(host, 'src'), { recursive: true });
  writeFileSync(join(host, 'angular.json'), JSON.stringify(withVariants(host), undefined, 2));
  return host;
}

/** The CLI asks for its own patch release of its companions, which a registry need not have yet. */
function loosenVersions(host, major) {
  const path = join(host, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  for (const name of ['@angular/build', '@angular/cli']) {
    manifest.devDependencies[name] = `^${major}.0.0`;
  }
  writeFileSync(path, JSON.stringify(manifest, undefined, 2));
}

async function zoneOf(host, major) {
  const command = `npm view @angular/core@${major} peerDependencies --json`;
  const { output } = await run(inHost(host, command), { show: false });
  return [...output.matchAll(/"zone.js":\s*"([^"]+)"/g)].at(-1)?.[1] ?? 'latest';
}

function withVariants(host) {
  const workspace = JSON.parse(readFileSync(join(host, 'angular.json'), 'utf8'));
  const [project] = Object.values(workspace.projects);
  const { build } = project.architect;
  const configuration = (variant) => ({
    browser: `src/main-${variant}.ts`,
    polyfills: variant === 'zone' ? ['zone.js'] : [],
    outputPath: `dist/${variant}`,
  });
  build.configurations = {
    ...build.configurations,
    ...Object.fromEntries(VARIANTS.map((variant) => [variant, configuration(variant)])),
  };
  workspace.cli = { ...workspace.cli, analytics: false };
  return workspace;
}

function inHost(host, command) {
  return ['sh', '-c', `cd ${host} && ${command}`];
}

async function need(command, what) {
  console.log(`  ${what} …`);
  const { code, output } = await run(command, { show: false });
  if (code !== 0) {
    throw new Error(`${what} failed: ${output.slice(-800)}`);
  }
}
