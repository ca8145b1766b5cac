import type { Rule, Tree } from '@angular-devkit/schematics';
import { JSONFile } from '@schematics/angular/utility/json-file';

const NAME = 'finesse-sandbox';

/** Adds `npm run finesse-sandbox`, unless there is a script of that name. */
export function addSandboxScript(): Rule {
  return (tree: Tree): void => {
    const manifest = new JSONFile(tree, '/package.json');
    if (manifest.get(['scripts', NAME]) === undefined) {
      manifest.modify(['scripts', NAME], 'npx finesse-sandbox --control');
    }
  };
}
