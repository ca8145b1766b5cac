import {
  apply,
  applyTemplates,
  mergeWith,
  move,
  type Rule,
  SchematicsException,
  strings,
  type Tree,
  url,
} from '@angular-devkit/schematics';
import { applicationIn, mentions } from '../application';

/** What `ng generate finesse-tunnel:wallboard` may be told. */
export interface WallboardOptions {
  readonly name: string;
  readonly project?: string;
  readonly team?: string;
  readonly prefix?: string;
}

/** Generates a component that counts the agents of a team by state and lists them, large. */
export function wallboard({ name, project, team = '31', prefix = 'app' }: WallboardOptions): Rule {
  return async (tree: Tree): Promise<Rule> => {
    const { appRoot, sourceRoot } = await applicationIn(tree, project);
    if (!mentions(tree, sourceRoot, 'provideEventTunnel(', 'EventTunnelModule.forRoot(')) {
      throw new SchematicsException(
        'A wallboard needs the providers of finesse-tunnel: run ng add finesse-tunnel first.',
      );
    }
    const values = { ...strings, name, team, prefix };
    const files = apply(url('./files'), [applyTemplates(values), move(appRoot)]);
    return mergeWith(files);
  };
}
