import { createSelector } from '@ngrx/store';
import { selectAllDialogs, selectSystemInfo } from 'finesse-tunnel';
import { selectSelf } from '../../session/watch-plan';
import { type WishContext } from './agent-wish';

/** Who asks, and what decides what they may ask. */
export const selectWishContext = createSelector(
  selectSelf,
  selectSystemInfo,
  selectAllDialogs,
  (self, systemInfo, dialogs): WishContext => ({
    self,
    deployment: systemInfo?.deploymentType,
    dialogs,
  }),
);
