import type { FastifyPluginAsync } from 'fastify';

import type { FaultRequest } from '../faults/fault';
import type { ControlOptions } from './control-api';
import { faultSchema } from './control-schemas';

/** The part of the control API about what goes wrong. */
export function faultRoutes({ board, cluster }: ControlOptions): FastifyPluginAsync {
  return async (app) => {
    app.get('/faults', () => board.list());

    app.post<{ Body: FaultRequest }>(
      '/faults',
      { schema: { body: faultSchema } },
      (request, reply) => {
        const { node } = request.body;
        if (node !== undefined && !cluster.some(({ name }) => name === node)) {
          return reply
            .code(400)
            .send({ error: `body/node: there is no node ${node}; start with --two-nodes.` });
        }
        const meant = cluster.filter(({ name }) => node === undefined || name === node);
        const refusals = meant.flatMap((each) => each.refusalOf(request.body) ?? []);
        if (refusals[0] !== undefined) {
          return reply.code(400).send({ error: `body/kind: ${refusals[0]}` });
        }
        return reply.code(201).send({ id: board.start(request.body).id });
      },
    );

    app.delete<{ Params: { id: string } }>('/faults/:id', (request, reply) => {
      const { id } = request.params;
      return board.end(id) ? { id } : reply.code(404).send({ error: `There is no fault ${id}.` });
    });
    await Promise.resolve();
  };
}
