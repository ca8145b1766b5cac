// The usual store: an entity adapter, told event by event or frame by frame.
import { createEntityAdapter } from '@ngrx/entity';
import { createAction, createFeatureSelector, createReducer, on, props } from '@ngrx/store';

const adapter = createEntityAdapter();

export const agentChanged = createAction('[Rival] Agent Changed', props());
export const agentsChanged = createAction('[Rival] Agents Changed', props());

export const entityReducer = createReducer(
  adapter.getInitialState(),
  on(agentChanged, (state, { agent }) => adapter.setOne(agent, state)),
  on(agentsChanged, (state, { agents }) => adapter.setMany(agents, state)),
);

export const { selectAll, selectEntities } = adapter.getSelectors(
  createFeatureSelector('rivalAgents'),
);
