import { createActionGroup, emptyProps, props } from '@ngrx/store';

/** What happened on the sign-in page. The password goes to the library directly and is in none of these. */
export const SignInPageActions = createActionGroup({
  source: 'Sign In Page',
  events: {
    Submitted: props<{ readonly agentId: string }>(),
    Abandoned: emptyProps(),
  },
});

/** What became of a session. */
export const SessionActions = createActionGroup({
  source: 'Session',
  events: {
    /** The connection stands for the first time since signing in. */
    Opened: props<{ readonly agentId: string }>(),
    /** Signed out, or refused by the server. */
    Closed: emptyProps(),
  },
});

/** What somebody did in the frame around the pages. */
export const ShellActions = createActionGroup({
  source: 'Shell',
  events: {
    'Sign Out Requested': emptyProps(),
    /** After a conflict: the same agent wants to be connected here again, which takes the password. */
    'Sign In Again Requested': emptyProps(),
  },
});

/** What somebody asked of the subscribed nodes. */
export const NodesPageActions = createActionGroup({
  source: 'Nodes Page',
  events: {
    'Subscribe Requested': props<{ readonly node: string }>(),
    'Unsubscribe Requested': props<{ readonly node: string }>(),
  },
});

/** Which agents are on the screen. */
export const AgentsInViewActions = createActionGroup({
  source: 'Agents In View',
  events: {
    Changed: props<{ readonly agentIds: readonly string[] }>(),
  },
});
