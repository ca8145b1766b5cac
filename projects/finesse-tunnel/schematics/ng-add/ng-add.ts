import {
  apply,
  applyTemplates,
  chain,
  mergeWith,
  move,
  type Rule,
  SchematicsException,
  type Tree,
  url,
} from '@angular-devkit/schematics';
import { addRootProvider } from '@schematics/angular/utility';
import { type Application, applicationIn, mentions } from '../application';
import { addNgrx } from './add-ngrx';
import { addProxy } from './add-proxy';
import { addSandboxScript } from './add-sandbox-script';
import { sayWhatIsNext } from './say-what-is-next';

/** What `ng add finesse-tunnel` may be told. */
export interface NgAddOptions {
  readonly project?: string;
  readonly tunnelUrl?: string;
  readonly sandbox?: boolean;
  readonly sample?: boolean;
}

const OLDEST_MAJOR = 20;

/** Adds providers, config, proxy, sandbox script and sample; touches nothing that is there already. */
export function ngAdd({ project, tunnelUrl, sandbox = true, sample = true }: NgAddOptions): Rule {
  return async (tree: Tree): Promise<Rule> => {
    const major = expectAngular(tree);
    const application = await applicationIn(tree, project);
    if (
      mentions(tree, application.sourceRoot, 'provideEventTunnel(', 'EventTunnelModule.forRoot(')
    ) {
      throw new SchematicsException(
        `"${application.name}" has finesse-tunnel already: nothing was changed.`,
      );
    }
    return chain([
      addNgrx(major),
      addFiles('./files/config', application, { tunnelUrl }),
      ...(sample ? [addFiles('./files/sample', application, {})] : []),
      ...providers(tree, application),
      ...(sandbox ? [addSandboxScript(), addProxy(application)] : []),
      sayWhatIsNext(application, { sandbox, sample, tunnelUrl }),
    ]);
  };
}

/** The major of the workspace's Angular. */
function expectAngular(tree: Tree): number {
  const manifest: unknown = tree.exists('package.json') ? tree.readJson('package.json') : undefined;
  const version = /"@angular\/core":"[^\d"]*(\d+)/.exec(JSON.stringify(manifest))?.[1];
  if (version === undefined || Number(version) < OLDEST_MAJOR) {
    throw new SchematicsException(
      `finesse-tunnel needs Angular ${OLDEST_MAJOR} or newer; package.json has ${version ?? 'none'}. Update with ng update first.`,
    );
  }
  return Number(version);
}

function providers(tree: Tree, { name, sourceRoot }: Application): readonly Rule[] {
  const hasHttp = mentions(tree, sourceRoot, 'provideHttpClient(', 'HttpClientModule');
  const hasStore = mentions(tree, sourceRoot, 'provideStore(', 'StoreModule.forRoot(');
  return [
    ...(hasHttp
      ? []
      : [
          addRootProvider(
            name,
            ({ code, external }) =>
              code`${external('provideHttpClient', '@angular/common/http')}()`,
          ),
        ]),
    addRootProvider(name, ({ code, external }) => {
      const config = external('eventTunnelConfig', './event-tunnel-config');
      const tunnel = external('provideEventTunnel', 'finesse-tunnel');
      const snapshots = external('withSnapshots', 'finesse-tunnel/rest');
      return hasStore
        ? code`${tunnel}(${config}, ${snapshots}())`
        : code`${tunnel}(${config}, ${external('withOwnStore', 'finesse-tunnel')}(), ${snapshots}())`;
    }),
  ];
}

function addFiles(from: string, { appRoot }: Application, options: object): Rule {
  return mergeWith(apply(url(from), [applyTemplates(options), move(appRoot)]));
}
