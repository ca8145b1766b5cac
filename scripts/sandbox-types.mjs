// The declarations of the sandbox's programmatic API, in one file: tsc writes one a source file, API Extractor joins them.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import ts from 'typescript';

import { at, root } from './workspace.mjs';

const RAW = at('dist/out-tsc/sandbox-types');

/**
 * Writes `index.d.ts` into the package.
 *
 * @throws Error when the sources do not compile, or the declarations cannot be joined.
 */
export function writeSandboxTypes(packageFolder) {
  rmSync(RAW, { recursive: true, force: true });
  emitDeclarations();
  const entry = join(RAW, 'projects/finesse-sandbox/src/public-api.d.ts');
  const { succeeded } = Extractor.invoke(configFor(entry, packageFolder), {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = message.logLevel !== 'error';
    },
  });
  if (!succeeded) {
    throw new Error('The declarations of finesse-sandbox cannot be joined, see above.');
  }
}

function emitDeclarations() {
  const file = at('projects/finesse-sandbox/tsconfig.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(file, '..'));
  const program = ts.createProgram([at('projects/finesse-sandbox/src/public-api.ts')], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    stripInternal: true,
    outDir: RAW,
    rootDir: root,
    types: ['node'],
  });
  const { diagnostics } = program.emit();
  const failures = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (failures.length > 0) {
    throw new Error(
      ts.formatDiagnostics(failures, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => root,
        getNewLine: () => '\n',
      }),
    );
  }
}

function configFor(entry, packageFolder) {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: entry,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2022',
            module: 'preserve',
            moduleResolution: 'bundler',
            lib: ['ES2023'],
            skipLibCheck: true,
            strict: true,
            types: ['node'],
          },
          files: [entry],
        },
      },
      apiReport: { enabled: false },
      docModel: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: join(packageFolder, 'index.d.ts') },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: { default: { logLevel: 'none' } },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
    packageJson: { name: 'finesse-sandbox', version: '0.0.0' },
    packageJsonFullPath: join(packageFolder, 'package.json'),
    configObjectFullPath: undefined,
  });
}
