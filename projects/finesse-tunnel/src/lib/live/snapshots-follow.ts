import { InjectionToken } from '@angular/core';

/** Whether each subscription is followed by a snapshot, so that a list is whole only when that is there. */
export const SNAPSHOTS_FOLLOW = new InjectionToken<boolean>('SNAPSHOTS_FOLLOW', {
  providedIn: 'root',
  factory: () => false,
});
