import { SchematicsException, type Tree } from '@angular-devkit/schematics';
import { readWorkspace } from '@schematics/angular/utility';

type Workspace = Awaited<ReturnType<typeof readWorkspace>>;

/** One application of the workspace, and where its code is. */
export interface Application {
  readonly name: string;
  /** The folder of its code, without a slash at the end: `src/app`. */
  readonly appRoot: string;
  readonly sourceRoot: string;
  readonly definition: NonNullable<ReturnType<Workspace['projects']['get']>>;
}

/**
 * The application that is asked for, or the only one there is.
 *
 * @throws SchematicsException naming what is there, when there is nothing to work on or no way to choose.
 */
export async function applicationIn(tree: Tree, project: string | undefined): Promise<Application> {
  const { projects } = await readWorkspace(tree);
  const applications = [...projects].filter(
    ([, { extensions }]) => extensions['projectType'] === 'application',
  );
  const names = applications.map(([name]) => name);
  const name = project ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) {
    throw new SchematicsException(
      names.length === 0
        ? 'finesse-tunnel is added to an application, and this workspace has none. Make one with ng generate application.'
        : `Which application? Say --project and one of ${names.join(', ')}.`,
    );
  }
  const definition = applications.find(([known]) => known === name)?.[1];
  if (definition === undefined) {
    throw new SchematicsException(
      `"${name}" is no application of this workspace. There are: ${names.join(', ') || 'none'}.`,
    );
  }
  const sourceRoot = definition.sourceRoot ?? `${definition.root}/src`.replace(/^\//, '');
  return { name, sourceRoot, appRoot: `${sourceRoot}/app`, definition };
}

/** Whether any source of the application holds one of these texts. */
export function mentions(tree: Tree, folder: string, ...texts: readonly string[]): boolean {
  let found = false;
  tree.getDir(folder).visit((path) => {
    if (!found && path.endsWith('.ts') && !path.endsWith('.spec.ts')) {
      const source = tree.readText(path);
      found = texts.some((text) => source.includes(text));
    }
  });
  return found;
}
