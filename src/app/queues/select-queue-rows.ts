import { createSelector } from '@ngrx/store';
import { selectAllQueues } from 'finesse-tunnel';
import { queueRows } from './queue-row';

/** A line for each known queue, in the order of their names. */
export const selectQueueRows = createSelector(selectAllQueues, queueRows);
