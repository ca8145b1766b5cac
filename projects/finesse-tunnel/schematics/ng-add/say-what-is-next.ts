import type { Rule, SchematicContext, Tree } from '@angular-devkit/schematics';
import type { Application } from '../application';

/** What was added, and where the page is. */
export interface Added {
  readonly sandbox: boolean;
  readonly sample: boolean;
  readonly tunnelUrl: string | undefined;
}

/** Tells the steps that are left, and what a content security policy must allow. */
export function sayWhatIsNext(
  { appRoot, sourceRoot }: Application,
  { sandbox, sample, tunnelUrl }: Added,
): Rule {
  return (tree: Tree, { logger }: SchematicContext): void => {
    const steps = [
      ...(sandbox
        ? ['Run "npm run finesse-sandbox" in one terminal and "ng serve" in another.']
        : []),
      ...(sample
        ? [
            `Put <app-finesse-agents /> into a template and FinesseAgents from ${appRoot}/finesse-agents into its imports. Sign in as 1000001 with the password cisco.`,
          ]
        : []),
      ...policySteps(tree, sourceRoot, tunnelUrl),
    ];
    logger.info(['finesse-tunnel is added. What is left:', ...steps].join('\n  - '));
  };
}

function policySteps(tree: Tree, sourceRoot: string, tunnelUrl: string | undefined): string[] {
  const index = `${sourceRoot}/index.html`;
  const hasPolicy = tree.exists(index) && tree.readText(index).includes('Content-Security-Policy');
  const origin = tunnelUrl === undefined ? "'self'" : new URL(tunnelUrl).origin;
  return hasPolicy
    ? [
        `${index} has a content security policy: it must allow frame-src ${origin} and connect-src ${origin}.`,
      ]
    : [];
}
