import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';

import type { CallVariable } from '../finesse/dialog';
import type { FinesseError } from '../finesse/finesse-error';
import type { ControlOptions } from './control-api';
import {
  type ActionRequest,
  actionSchema,
  type DialogRequest,
  dialogSchema,
  type QueuesBody,
  queuesSchema,
  type ResetRequest,
  resetSchema,
  type StateRequest,
  stateSchema,
  type TaskBody,
  taskSchema,
} from './control-schemas';

/** The part of the control API about agents and calls. */
export function worldRoutes(options: ControlOptions): FastifyPluginAsync {
  return async (app) => {
    app.get('/truth', () => options.contactCenter.truth());
    agentRoutes(app, options);
    dialogRoutes(app, options);
    taskRoutes(app, options);
    queueRoutes(app, options);
    tokenRoutes(app, options);
    app.post<{ Body: ResetRequest | null | undefined }>(
      '/reset',
      { schema: { body: resetSchema } },
      (request) => {
        const seed = request.body?.seed ?? options.defaultSeed;
        options.reset(seed, request.body?.rate);
        return { seed };
      },
    );
    await Promise.resolve();
  };
}

function agentRoutes(app: FastifyInstance, { contactCenter }: ControlOptions): void {
  app.post<{ Params: { id: string }; Body: StateRequest }>(
    '/agents/:id/state',
    { schema: { body: stateSchema } },
    (request, reply) => {
      const { state, reasonCodeId } = request.body;
      const result = contactCenter.setAgentState(request.params.id, {
        state,
        ...(reasonCodeId === undefined ? {} : { reasonCodeId: Number(reasonCodeId) }),
      });
      return result.ok
        ? contactCenter.truth().agents.find(({ id }) => id === request.params.id)
        : refused(reply, result.error);
    },
  );
}

/** An access token, as single sign-on would hand it out; good as Bearer over REST and as the password over XMPP. */
function tokenRoutes(app: FastifyInstance, { contactCenter }: ControlOptions): void {
  app.post<{ Params: { id: string } }>('/agents/:id/token', (request, reply) => {
    const user = contactCenter.user(request.params.id);
    return user === undefined
      ? reply.code(404).send({ error: `There is no user ${request.params.id}.` })
      : reply.code(201).send({ id: user.id, token: contactCenter.issueToken(user.id) });
  });
}

function dialogRoutes(app: FastifyInstance, { contactCenter }: ControlOptions): void {
  app.post<{ Body: DialogRequest }>(
    '/dialogs',
    { schema: { body: dialogSchema } },
    (request, reply) => {
      const { from, to, queueId, variables } = request.body;
      const result = contactCenter.createDialog({
        from,
        to,
        ...(queueId === undefined ? {} : { queueId: String(queueId) }),
        ...(variables === undefined ? {} : { variables: variableList(variables) }),
      });
      return result.ok ? reply.code(201).send({ id: result.value }) : refused(reply, result.error);
    },
  );

  app.post<{ Params: { id: string }; Body: ActionRequest }>(
    '/dialogs/:id/actions',
    { schema: { body: actionSchema } },
    (request, reply) => {
      const { agent, action } = request.body;
      const { control } = contactCenter.switchboard;
      const wish = { dialogId: request.params.id, agentId: agent };
      const acts = {
        ANSWER: () => control.answer(wish),
        HOLD: () => control.hold(wish),
        RETRIEVE: () => control.retrieve(wish),
        DROP: () => control.drop(wish),
      };
      const result = acts[action]();
      return result.ok ? { id: request.params.id } : refused(reply, result.error);
    },
  );

  app.delete<{ Params: { id: string } }>('/dialogs/:id', (request, reply) => {
    const result = contactCenter.endDialog(request.params.id);
    return result.ok ? { id: request.params.id } : refused(reply, result.error);
  });
}

/** Nonvoice tasks come by themselves: nobody in a contact centre starts one. */
function taskRoutes(app: FastifyInstance, { contactCenter }: ControlOptions): void {
  app.post<{ Body: TaskBody }>('/tasks', { schema: { body: taskSchema } }, (request, reply) => {
    const { mediaId, agentId, variables } = request.body;
    const result = contactCenter.tasks.arrive({
      mediumId: String(mediaId),
      ...(agentId === undefined ? {} : { agentId: String(agentId) }),
      ...(variables === undefined ? {} : { variables: variableList(variables) }),
    });
    return result.ok ? reply.code(201).send({ id: result.value }) : refused(reply, result.error);
  });

  app.delete<{ Params: { id: string } }>('/tasks/:id', (request, reply) => {
    const result = contactCenter.tasks.end(request.params.id);
    return result.ok ? { id: request.params.id } : refused(reply, result.error);
  });
}

/** The queues an agent serves from now on. */
function queueRoutes(app: FastifyInstance, { contactCenter }: ControlOptions): void {
  app.post<{ Params: { id: string }; Body: QueuesBody }>(
    '/agents/:id/queues',
    { schema: { body: queuesSchema } },
    (request, reply) => {
      const queueIds = request.body.queueIds.map(String);
      const result = contactCenter.assignQueues(request.params.id, queueIds);
      return result.ok ? { id: request.params.id, queueIds } : refused(reply, result.error);
    },
  );
}

function refused(reply: FastifyReply, error: FinesseError): FastifyReply {
  const { status, errorType, errorMessage, errorData } = error;
  const text = [errorType, errorMessage, errorData].filter((part) => part !== '').join(': ');
  return reply.code(status).send({ error: text });
}

function variableList(variables: NonNullable<DialogRequest['variables']>): CallVariable[] {
  return Array.isArray(variables)
    ? variables.map(({ name, value }: CallVariable) => ({ name, value }))
    : Object.entries(variables).map(([name, value]: [string, string]) => ({ name, value }));
}
