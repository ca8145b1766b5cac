import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { IS_REPLAY } from './is-replay';
import { sessionFeature } from './session-feature';

/**
 * Lets those who are signed in pass; sends others to sign in first, in a replay to open a recording, and back to the
 * page they wanted.
 */
export const signedInGuard: CanActivateFn = (_, { url }) => {
  if (inject(Store).selectSignal(sessionFeature.selectIsOpen)()) {
    return true;
  }
  return inject(Router).createUrlTree([inject(IS_REPLAY) ? '/open' : '/sign-in'], {
    queryParams: url === '/' ? {} : { returnTo: url },
  });
};
