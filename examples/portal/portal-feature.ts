import {
  createActionGroup,
  createFeature,
  createReducer,
  createSelector,
  on,
  props,
} from '@ngrx/store';
import { selectAllAgents } from 'finesse-tunnel';

export const PortalActions = createActionGroup({
  source: 'Portal',
  events: { 'State Chosen': props<{ readonly state: string }>() },
});

/** The portal's own state, beside the library's: which agents to show. */
export const portalFeature = createFeature({
  name: 'portal',
  reducer: createReducer(
    { state: '' },
    on(PortalActions.stateChosen, (_, { state }) => ({ state })),
  ),
  extraSelectors: ({ selectState }) => ({
    /** The agents in the chosen state, all of them when none is chosen. Selectors of library and portal compose. */
    selectShownAgents: createSelector(selectAllAgents, selectState, (agents, state) =>
      state === '' ? agents : agents.filter((agent) => agent.state === state),
    ),
  }),
});
