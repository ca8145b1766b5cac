// npm run docs [-- --serve]: the documents as a site in dist/docs, with the API reference, every link followed; or served while one writes.
import { LinkChecker } from 'linkinator';
import { build } from '../build-parts.mjs';
import { at, bin, run } from '../workspace.mjs';

const serves = process.argv.includes('--serve');

try {
  await build(['finesse-tunnel']);
  await need('the API reference', bin('typedoc/bin/typedoc', '--options', 'docs/typedoc.json'));
  await need('the site', bin('vitepress/bin/vitepress.js', serves ? 'dev' : 'build', 'docs'));
  const broken = await brokenLinks();
  for (const { url, parent, status } of broken) {
    console.error(`${parent}: ${url} leads nowhere (${status})`);
  }
  process.exit(broken.length === 0 ? 0 : 1);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function need(what, command) {
  console.log(`Building ${what} …`);
  const { code } = await run(command, { show: serves });
  if (code !== 0) {
    throw new Error(`Building ${what} failed, see above.`);
  }
}

/** Pages and anchors of the built site that do not exist. Other sites are not asked. */
async function brokenLinks() {
  const { links } = await new LinkChecker().check({
    path: '.',
    serverRoot: at('dist/docs'),
    recurse: true,
    cleanUrls: true,
    checkFragments: true,
    linksToSkip: ['^https?://(?!(localhost|127\\.0\\.0\\.1|\\[::1\\]))', '^data:'],
  });
  const followed = links.filter(({ state }) => state !== 'SKIPPED');
  console.log(`${followed.length} links followed`);
  if (followed.length === 0) {
    throw new Error('The site has no links at all: it is not where it was looked for.');
  }
  return followed.filter(({ state }) => state === 'BROKEN');
}
