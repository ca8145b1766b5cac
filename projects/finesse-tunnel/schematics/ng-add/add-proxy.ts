import type { Rule, SchematicContext, Tree } from '@angular-devkit/schematics';
import { updateWorkspace } from '@schematics/angular/utility';
import type { Application } from '../application';

const TARGET = { target: 'http://127.0.0.1:8082', secure: false, changeOrigin: false };

/** What `ng serve` hands to the sandbox, so that page and API are on the application's own origin. */
const PROXY = {
  '/finesse': TARGET,
  '/tunnel': TARGET,
  '/http-bind': TARGET,
  '/ws': { ...TARGET, ws: true },
};

/** Lets `ng serve` pass Finesse's paths on. A proxy that is there stays as it is; then the entries are only told. */
export function addProxy({ name, sourceRoot, definition }: Application): Rule {
  return (tree: Tree, context: SchematicContext): Rule | undefined => {
    const serve = definition.targets.get('serve');
    const present = serve?.options?.['proxyConfig'];
    if (serve === undefined || present !== undefined) {
      context.logger.warn(
        `${serve === undefined ? `"${name}" has no serve target` : `"${name}" has a proxy already, ${JSON.stringify(present)}`}: it was left alone. Let it pass on ${Object.keys(PROXY).join(', ')} (/ws as a WebSocket) to ${TARGET.target}.`,
      );
      return undefined;
    }
    const path = `${sourceRoot}/proxy.finesse.json`;
    tree.create(path, `${JSON.stringify(PROXY, undefined, 2)}\n`);
    return updateWorkspace((workspace) => {
      const target = workspace.projects.get(name)?.targets.get('serve');
      if (target !== undefined) {
        target.options = { ...target.options, proxyConfig: path };
      }
    });
  };
}
