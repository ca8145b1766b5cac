import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Store } from '@ngrx/store';
import { sessionFeature } from './session-feature';

/** Lets those who are signed in pass; sends others to sign in first, and back to the page they wanted. */
export const signedInGuard: CanActivateFn = (_, { url }) => {
  if (inject(Store).selectSignal(sessionFeature.selectIsOpen)()) {
    return true;
  }
  return inject(Router).createUrlTree(['/sign-in'], {
    queryParams: url === '/' ? {} : { returnTo: url },
  });
};
