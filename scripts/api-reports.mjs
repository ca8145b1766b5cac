// Compares the public API of the built library with goldens/*.api.md, one report an entry point.
// `npm run api` writes the reports anew; without --local a difference fails.
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { copyFileSync, cpSync, existsSync, mkdirSync } from 'node:fs';
import { at, root } from './workspace.mjs';

const local = process.argv.includes('--local');
const packageFolder = at('dist/finesse-tunnel');
const entryPoints = ['finesse-tunnel', 'protocol', 'recording', 'rest', 'testing', 'ui', 'xml'];
// An entry point takes its neighbours for another package only where they lie below a node_modules folder.
const neighbours = at('temp/node_modules/finesse-tunnel/types');
let failed = 0;

if (existsSync(`${packageFolder}/types`)) {
  cpSync(`${packageFolder}/types`, neighbours, { recursive: true });
}

for (const name of entryPoints) {
  const types = typesOf(name);
  if (!existsSync(types)) {
    console.error(`${types} is missing: run "npm run build" first.`);
    process.exit(1);
  }
  const report = name === 'finesse-tunnel' ? name : `finesse-tunnel-${name}`;
  mkdirSync(at('temp'), { recursive: true });
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: types,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2022',
            module: 'preserve',
            moduleResolution: 'bundler',
            lib: ['ES2022', 'DOM', 'DOM.Iterable'],
            skipLibCheck: true,
            strict: true,
            types: [],
            paths: {
              'finesse-tunnel': [`${neighbours}/finesse-tunnel.d.ts`],
              'finesse-tunnel/*': [`${neighbours}/finesse-tunnel-*.d.ts`],
            },
          },
          files: [types],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${report}.api.md`,
        reportFolder: at('goldens'),
        reportTempFolder: at('temp'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: {
          default: { logLevel: 'none', addToApiReportFile: false },
          'ae-forgotten-export': { logLevel: 'none', addToApiReportFile: true },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
    packageJson: { name: report, version: '0.0.0' },
    packageJsonFullPath: at('dist/finesse-tunnel/package.json'),
    configObjectFullPath: undefined,
  });
  const { apiReportChanged } = Extractor.invoke(config, {
    localBuild: local,
    messageCallback: (message) => {
      message.handled = message.logLevel !== 'error';
    },
  });
  if (apiReportChanged && local) {
    copyFileSync(at('temp', `${report}.api.md`), at('goldens', `${report}.api.md`));
    console.log(`goldens/${report}.api.md written`);
  } else if (apiReportChanged) {
    console.error(
      `goldens/${report}.api.md differs from the built API. If that is meant: npm run api, and review the diff.`,
    );
    failed++;
  }
}
console.log(`${entryPoints.length - failed} of ${entryPoints.length} API reports agree`);
process.exit(failed === 0 ? 0 : 1);

function typesOf(name) {
  const file = name === 'finesse-tunnel' ? 'finesse-tunnel.d.ts' : `finesse-tunnel-${name}.d.ts`;
  return `${packageFolder}/types/${file}`;
}
