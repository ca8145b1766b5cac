import { runner, workspaceWith } from './workspace';

describe('ng add', () => {
  it('adds providers, config, proxy, script and sample to a standalone application', async () => {
    const tree = await runner().runSchematic('ng-add', {}, await workspaceWith());

    const config = tree.readContent('/src/app/app.config.ts');
    expect(config).toContain('provideHttpClient()');
    expect(config).toContain(
      'provideEventTunnel(eventTunnelConfig, withOwnStore(), withSnapshots())',
    );
    expect(config).toContain("from 'finesse-tunnel/rest'");
    expect(tree.readContent('/src/app/event-tunnel-config.ts')).toContain(
      '${location.origin}/tunnel/',
    );
    expect(tree.readContent('/src/app/finesse-agents.ts')).toContain('class FinesseAgents');
    expect(tree.readContent('/angular.json')).toContain('src/proxy.finesse.json');
    expect(tree.readContent('/package.json')).toContain('npx finesse-sandbox --control');
    expect(tree.readContent('/package.json')).toMatch(/"@ngrx\/effects": "\^22\.0\.0"/);
  });

  it('adds the providers to a module', async () => {
    const host = await workspaceWith({ standalone: false });

    const tree = await runner().runSchematic('ng-add', {}, host);

    const module = tree.files.find((path) => /app[.-]module\.ts$/.test(path)) ?? 'none';
    expect(tree.readContent(module)).toContain('provideEventTunnel(eventTunnelConfig');
  });

  it('uses the store that is there', async () => {
    const host = await workspaceWith();
    host.create(
      '/src/app/store.ts',
      "import { provideStore } from '@ngrx/store';\nprovideStore();\n",
    );

    const tree = await runner().runSchematic('ng-add', {}, host);

    expect(tree.readContent('/src/app/app.config.ts')).not.toContain('withOwnStore');
  });

  it('writes the address it is told, and nothing that is not wanted', async () => {
    const options = {
      tunnelUrl: 'https://finesse.example.test:8445/tunnel/',
      sandbox: false,
      sample: false,
    };

    const tree = await runner().runSchematic('ng-add', options, await workspaceWith());

    expect(tree.readContent('/src/app/event-tunnel-config.ts')).toContain(
      "tunnelUrl: 'https://finesse.example.test:8445/tunnel/'",
    );
    expect(tree.exists('/src/app/finesse-agents.ts')).toBeFalse();
    expect(tree.readContent('/angular.json')).not.toContain('proxy');
    expect(tree.readContent('/package.json')).not.toContain('finesse-sandbox');
  });

  it('leaves a proxy alone, and says what it must pass on', async () => {
    const host = await workspaceWith();
    const workspace = JSON.parse(host.readContent('/angular.json')) as Workspace;
    workspace.projects.portal.architect.serve.options = { proxyConfig: 'mine.json' };
    host.overwrite('/angular.json', JSON.stringify(workspace));
    const schematics = runner();
    const said: string[] = [];
    schematics.logger.subscribe(({ message }) => said.push(message));

    const tree = await schematics.runSchematic('ng-add', {}, host);

    expect(tree.readContent('/angular.json')).toContain('mine.json');
    expect(said.join()).toContain('/http-bind');
  });

  it('tells what a content security policy must allow', async () => {
    const host = await workspaceWith();
    host.overwrite('/src/index.html', '<meta http-equiv="Content-Security-Policy" content="…" />');
    const schematics = runner();
    const said: string[] = [];
    schematics.logger.subscribe(({ message }) => said.push(message));

    await schematics.runSchematic('ng-add', {}, host);

    expect(said.join()).toContain("frame-src 'self'");
  });

  for (const { given, prepare, options, said } of [
    {
      given: 'an Angular that is too old',
      prepare: (text: string) =>
        text.replace(/"@angular\/core": "[^"]+"/, '"@angular/core": "^19.0.0"'),
      options: {},
      said: /needs Angular 20 or newer; package.json has 19/,
    },
    {
      given: 'a project that is not there',
      prepare: (text: string) => text,
      options: { project: 'shop' },
      said: /"shop" is no application of this workspace. There are: portal/,
    },
  ]) {
    it(`refuses ${given}`, async () => {
      const host = await workspaceWith();
      host.overwrite('/package.json', prepare(host.readContent('/package.json')));

      await expectAsync(runner().runSchematic('ng-add', options, host)).toBeRejectedWithError(said);
    });
  }

  it('refuses to do it twice', async () => {
    const tree = await runner().runSchematic('ng-add', {}, await workspaceWith());

    await expectAsync(runner().runSchematic('ng-add', {}, tree)).toBeRejectedWithError(
      /has finesse-tunnel already/,
    );
  });
});

describe('ng generate finesse-tunnel:wallboard', () => {
  it('generates a component for a team', async () => {
    const host = await runner().runSchematic('ng-add', {}, await workspaceWith());

    const tree = await runner().runSchematic(
      'wallboard',
      { name: 'harbourDesk', team: '32' },
      host,
    );

    const source = tree.readContent('/src/app/harbour-desk.ts');
    expect(source).toContain("selector: 'app-harbour-desk'");
    expect(source).toContain('export class HarbourDesk');
    expect(source).toContain("input('32')");
    expect(tree.exists('/src/app/harbour-desk.html')).toBeTrue();
  });

  it('refuses an application without the providers', async () => {
    await expectAsync(
      runner().runSchematic('wallboard', { name: 'desk' }, await workspaceWith()),
    ).toBeRejectedWithError(/run ng add finesse-tunnel first/);
  });
});

interface Workspace {
  readonly projects: {
    readonly portal: {
      readonly architect: { readonly serve: { options: Record<string, unknown> } };
    };
  };
}
