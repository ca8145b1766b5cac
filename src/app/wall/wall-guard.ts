import { inject } from '@angular/core';
import { type CanActivateFn } from '@angular/router';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import { signedInGuard } from '../session/signed-in-guard';

/** Lets a wall pass that the host signs in; anybody else signs in first. */
export const wallGuard: CanActivateFn = (route, state) =>
  inject(DASHBOARD_CONFIG, { optional: true })?.wallSession !== undefined ||
  signedInGuard(route, state);
