import { type Routes } from '@angular/router';
import { signedInGuard } from './session/signed-in-guard';
import { wallGuard } from './wall/wall-guard';

const notInThisVersion = () => import('./not-here-page').then((m) => m.NotHerePage);

/** Where what is shown. All but the sign-in page ask for a session. */
export const routes: Routes = [
  {
    path: 'sign-in',
    title: $localize`:@@page.sign-in:Sign in`,
    loadComponent: () => import('./sign-in/sign-in').then((m) => m.SignIn),
  },
  {
    path: 'wall',
    canActivate: [wallGuard],
    title: $localize`:@@page.wall:Wall`,
    loadComponent: () => import('./wall-page').then((m) => m.WallPage),
  },
  {
    path: '',
    canActivate: [signedInGuard],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`:@@page.overview:Overview`,
        loadComponent: () => import('./overview-page').then((m) => m.OverviewPage),
      },
      {
        path: 'team',
        title: $localize`:@@team.page:Team`,
        loadComponent: () => import('./team-page').then((m) => m.TeamPage),
      },
      {
        path: 'agents/:id',
        title: $localize`:@@page.agent:Agent`,
        loadComponent: () => import('./agent-page').then((m) => m.AgentPage),
      },
      {
        path: 'queues',
        title: $localize`:@@page.queues:Queues`,
        loadComponent: () => import('./queues-page').then((m) => m.QueuesPage),
      },
      {
        path: 'events',
        title: $localize`:@@page.events:Events`,
        loadComponent: () => import('./events-page').then((m) => m.EventsPage),
      },
      {
        path: 'nodes',
        title: $localize`:@@page.nodes:Nodes`,
        loadComponent: () => import('./nodes-page').then((m) => m.NodesPage),
      },
      {
        path: 'connection',
        title: $localize`:@@page.connection:Connection`,
        loadComponent: () => import('./connection-page').then((m) => m.ConnectionPage),
      },
      {
        path: 'alerts',
        title: $localize`:@@page.alerts:Alerts`,
        loadComponent: () => import('./alerts-page').then((m) => m.AlertsPage),
      },
      {
        path: 'wall/edit',
        title: $localize`:@@wall-editor.title:Arrange the wall`,
        loadComponent: () => import('./wall-editor-page').then((m) => m.WallEditorPage),
      },
      {
        path: 'sandbox',
        title: $localize`:@@sandbox.title:Sandbox`,
        loadComponent: () => import('./sandbox-page').then((m) => m.SandboxPage),
      },
      {
        path: 'settings',
        title: $localize`:@@page.settings:Settings`,
        loadComponent: () => import('./settings-page').then((m) => m.SettingsPage),
      },
      {
        path: '**',
        title: $localize`:@@page.none:No such page`,
        loadComponent: notInThisVersion,
      },
    ],
  },
];
