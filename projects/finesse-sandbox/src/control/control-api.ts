import { createHash, timingSafeEqual } from 'node:crypto';

import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';

import type { FaultBoard } from '../faults/fault-board';
import type { ContactCenter } from '../finesse/contact-center';
import type { OriginPolicy } from '../origin-policy';
import type { SandboxNode } from '../sandbox-node';
import { explainControlError } from './control-errors';
import { faultRoutes } from './fault-routes';
import { publishRoutes } from './publish-routes';
import { sessionRoutes } from './session-routes';
import { worldRoutes } from './world-routes';

/** What the control API acts upon. */
export interface ControlOptions {
  readonly contactCenter: ContactCenter;
  readonly board: FaultBoard;
  readonly cluster: readonly SandboxNode[];
  readonly origins: OriginPolicy;
  /** Asked for as `Authorization: Bearer …`, or as `X-Control-Token`; `undefined`: nobody is asked. */
  readonly token: string | undefined;
  readonly defaultSeed: number;
  /** @param rate - Simulated state changes a second; as at the start when left out. */
  readonly reset: (seed: number, rate?: number) => void;
}

/** The control API: sees and moves the contact centre behind Finesse's back. JSON in, JSON out. */
export function controlApi(options: ControlOptions): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    explainControlError(app);
    app.addHook('onRequest', async (request, reply) => {
      await Promise.resolve();
      return refusal(options, request, reply);
    });
    await app.register(worldRoutes(options));
    await app.register(publishRoutes(options));
    await app.register(sessionRoutes(options));
    await app.register(faultRoutes(options));
  };
}

function refusal(
  { token, origins }: ControlOptions,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  // A page somewhere could send a request without reading its answer; that alone would do harm here.
  if (headers.origin !== undefined && !origins.allows(headers.origin, headers.host)) {
    return reply.code(403).send({ error: 'This origin is not allowed; see --allow-origin.' });
  }
  if (token === undefined && !origins.isOwnHost(headers.host)) {
    return reply
      .code(403)
      .send({ error: 'Use an address or localhost; this host name is not known here.' });
  }
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  const given = bearer ?? headers['x-control-token'];
  if (token !== undefined && !(typeof given === 'string' && isSame(given, token))) {
    return reply
      .code(401)
      .header('www-authenticate', 'Bearer')
      .send({ error: 'Send the value of --control-token as "Authorization: Bearer …".' });
  }
  return undefined;
}

function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
