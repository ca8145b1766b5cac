import { createFeature, createReducer, on } from '@ngrx/store';
import { SessionActions, ShellActions, SignInPageActions } from './session-actions';

/** Who is signed in. */
export interface SessionState {
  /** Absent before the first sign-in; kept afterwards, to fill in the form. */
  readonly agentId: string | undefined;
  readonly isOpen: boolean;
}

/** The session of this page: whose it is, and whether it is open. */
export const sessionFeature = createFeature({
  name: 'session',
  reducer: createReducer<SessionState>(
    { agentId: undefined, isOpen: false },
    on(SignInPageActions.submitted, (_, { agentId }): SessionState => ({ agentId, isOpen: false })),
    on(SessionActions.opened, (_, { agentId }): SessionState => ({ agentId, isOpen: true })),
    on(SessionActions.closed, ShellActions.signInAgainRequested, (state): SessionState => ({
      ...state,
      isOpen: false,
    })),
  ),
});
