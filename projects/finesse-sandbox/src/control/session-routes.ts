import type { FastifyPluginAsync } from 'fastify';

import type { SandboxNode } from '../sandbox-node';
import type { XmppSession } from '../xmpp/xmpp-session';
import type { ControlOptions } from './control-api';

/** The part of the control API about XMPP sessions, and about the services that run elsewhere. */
export function sessionRoutes({ cluster }: ControlOptions): FastifyPluginAsync {
  return async (app) => {
    app.get('/sessions', () => cluster.flatMap(describeSessions));

    app.get('/notification-services', () =>
      cluster.flatMap(({ name, external }) =>
        external.map(({ status }) => ({ node: name, ...status })),
      ),
    );

    app.delete<{ Params: { id: string } }>('/sessions/:id', (request, reply) => {
      const { id } = request.params;
      const sessions = cluster.flatMap(({ service }) => service.sessions);
      const byId = sessions.filter((session) => session.id === id);
      const meant = byId.length > 0 ? byId : sessions.filter(({ resource }) => resource === id);
      if (meant.length === 0) {
        return reply.code(404).send({ error: `No session has the id or resource ${id}.` });
      }
      meant.forEach((session) => session.cut());
      return { cut: meant.map(({ jid }) => jid) };
    });
    await Promise.resolve();
  };
}

function describeSessions({ name, service }: SandboxNode): object[] {
  return service.sessions.map((session: XmppSession) => ({
    id: session.id,
    node: name,
    agentId: session.userId,
    jid: session.jid,
    resource: session.resource,
    transport: session.transport,
    available: session.isAvailable,
    priority: session.priority,
    since: new Date(session.since).toISOString(),
    subscriptions: service.pubsub.nodesOf(session.jid),
  }));
}
