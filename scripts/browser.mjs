// Finds the browser that runs unit and end-to-end tests, or installs Debian's when that is possible.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Firefox, or throws with the ways to get one. */
export function findOrInstallFirefox() {
  const found = findFirefox() ?? (installDebianPackages('firefox-esr') ? findFirefox() : undefined);
  if (found === undefined) {
    throw new Error(
      'No Firefox for the tests. Set FIREFOX_BIN to one, or install it: "apt-get install firefox-esr" (Debian).',
    );
  }
  return found;
}

function findFirefox() {
  const named = process.env.FIREFOX_BIN;
  if (named !== undefined && named !== '') {
    return namedProgram('FIREFOX_BIN', named);
  }
  const mac = '/Applications/Firefox.app/Contents/MacOS/firefox';
  return [...onPath(['firefox-esr', 'firefox']), mac].find(isExecutable);
}

/** The path of a Chromium or Chrome, or throws with the ways to get one. */
export function findOrInstallBrowser() {
  const found =
    findBrowser() ??
    (installDebianPackages('chromium', 'fonts-dejavu-core') ? findBrowser() : undefined);
  if (found === undefined) {
    throw new Error(
      'No browser for the tests. Set CHROME_BIN to a Chrome or Chromium, or install one: ' +
        '"apt-get install chromium" (Debian), "brew install --cask chromium" (macOS), or "npx playwright install chromium".',
    );
  }
  return found;
}

function findBrowser() {
  const named = process.env.CHROME_BIN;
  if (named !== undefined && named !== '') {
    return namedProgram('CHROME_BIN', named);
  }
  return [...onPath(NAMES), ...MAC, ...playwrightBrowsers()].find(isExecutable);
}

function namedProgram(variable, path) {
  if (!isExecutable(path)) {
    throw new Error(
      `${variable} is "${path}", which is no program that can be run. Correct or unset it.`,
    );
  }
  return path;
}

function onPath(names) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .flatMap((folder) => names.map((name) => join(folder, name)));
}

function playwrightBrowsers() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse()
    .flatMap((name) => [
      join(folder, name, 'chrome-linux', 'chrome'),
      join(folder, name, 'chrome-linux64', 'chrome'),
    ]);
}

function installDebianPackages(...names) {
  if (
    process.platform !== 'linux' ||
    process.getuid?.() !== 0 ||
    !isExecutable('/usr/bin/apt-get')
  ) {
    return false;
  }
  console.log(`Installing Debian's ${names[0]} for the tests …`);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('update', '-qq');
  return apt('install', '-y', '-qq', '--no-install-recommends', ...names);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
