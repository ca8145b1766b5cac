import { createSelector } from '@ngrx/store';
import { selectAllAgents, selectAllDialogs } from 'finesse-tunnel';
import { agentRow, dialogsByExtension } from './agent-row';

const selectDialogsByExtension = createSelector(selectAllDialogs, dialogsByExtension);

/** A line for each known agent, in no particular order; made anew at most once a frame. */
export const selectAgentRows = createSelector(
  selectAllAgents,
  selectDialogsByExtension,
  (agents, dialogs) => agents.map((agent) => agentRow(agent, dialogs.get(agent.extension ?? ''))),
);
