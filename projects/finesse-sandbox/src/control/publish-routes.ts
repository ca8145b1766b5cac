import type { FastifyPluginAsync } from 'fastify';

import type { ControlOptions } from './control-api';
import { type PublishRequest, publishSchema } from './control-schemas';

/** Room for a notification of 10 MB, which a client must survive too. */
const LARGEST_PUBLICATION = 16 * 1024 * 1024;

/** Publishes any text, unchecked, on any node. */
export function publishRoutes({ contactCenter, cluster }: ControlOptions): FastifyPluginAsync {
  return async (app) => {
    app.post<{ Body: PublishRequest }>(
      '/publish',
      { schema: { body: publishSchema }, bodyLimit: LARGEST_PUBLICATION },
      (request) => {
        const { node, payload } = request.body;
        contactCenter.countPublication(node);
        for (const sandboxNode of cluster) {
          sandboxNode.publishText(node, payload);
        }
        return { node };
      },
    );
    await Promise.resolve();
  };
}
