import { type Routes } from '@angular/router';
import { signedInGuard } from './session/signed-in-guard';

const notInThisVersion = () => import('./not-here-page').then((m) => m.NotHerePage);

/** Where what is shown. All but the sign-in page ask for a session. */
export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in',
    loadComponent: () => import('./sign-in/sign-in').then((m) => m.SignIn),
  },
  {
    path: '',
    canActivate: [signedInGuard],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'Overview',
        loadComponent: () => import('./overview-page').then((m) => m.OverviewPage),
      },
      {
        path: 'team',
        title: 'Agents',
        loadComponent: () => import('./team-page').then((m) => m.TeamPage),
      },
      {
        path: 'agents/:id',
        title: 'Agent',
        loadComponent: () => import('./agent-page').then((m) => m.AgentPage),
      },
      {
        path: 'queues',
        title: 'Queues',
        loadComponent: () => import('./queues-page').then((m) => m.QueuesPage),
      },
      {
        path: 'events',
        title: 'Events',
        loadComponent: () => import('./events-page').then((m) => m.EventsPage),
      },
      {
        path: 'nodes',
        title: 'Nodes',
        loadComponent: () => import('./nodes-page').then((m) => m.NodesPage),
      },
      {
        path: 'connection',
        title: 'Connection',
        loadComponent: () => import('./connection-page').then((m) => m.ConnectionPage),
      },
      { path: 'wall', title: 'Not in this version', loadComponent: notInThisVersion },
      { path: 'alerts', title: 'Not in this version', loadComponent: notInThisVersion },
      { path: 'settings', title: 'Not in this version', loadComponent: notInThisVersion },
      {
        path: '**',
        title: 'No such page',
        loadComponent: notInThisVersion,
      },
    ],
  },
];
