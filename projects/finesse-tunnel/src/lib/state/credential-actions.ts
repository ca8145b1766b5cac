import { createActionGroup, props } from '@ngrx/store';

/** What happened to the secret that a connection attempt needs. Never the secret. */
export const CredentialActions = createActionGroup({
  source: 'Credential Holder',
  events: {
    'Secret Unavailable': props<{ readonly at: number }>(),
  },
});
