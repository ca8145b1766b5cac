import { SchematicTestRunner, type UnitTestTree } from '@angular-devkit/schematics/testing';

const COLLECTION = 'dist/finesse-tunnel/schematics/collection.json';

/** The built schematics, as the CLI would run them. */
export function runner(): SchematicTestRunner {
  return new SchematicTestRunner('finesse-tunnel', COLLECTION);
}

/** A workspace with one application, as the CLI makes it. */
export async function workspaceWith(
  application: Readonly<Record<string, unknown>> = {},
): Promise<UnitTestTree> {
  const angular = new SchematicTestRunner(
    'angular',
    'node_modules/@schematics/angular/collection.json',
  );
  const workspace = await angular.runSchematic('workspace', {
    name: 'workspace',
    version: '22.0.0',
    newProjectRoot: 'projects',
  });
  return angular.runSchematic(
    'application',
    { name: 'portal', projectRoot: '', ...application },
    workspace,
  );
}
