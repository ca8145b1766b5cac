import type { FastifyError, FastifyInstance, FastifyPluginAsync } from 'fastify';
import { FINESSE_API } from 'finesse-tunnel/protocol';
import { refuse } from './finesse-error';
import {
  ApiRoutes,
  requestIdOf,
  type RestApiOptions,
  sendDocument,
  sendError,
} from './rest/api-call';
import { badRequest, userNotFound } from './rest/api-errors';
import { addCallRoutes } from './rest/call-routes';
import { addMediaRoutes } from './rest/media-routes';
import { addMessageRoutes } from './rest/message-routes';
import { addReasonCodeRoutes } from './rest/reason-code-routes';
import { addDeskResourceRoutes } from './rest/desk-resource-routes';
import { addTeamRoutes } from './rest/team-routes';
import { addUserRoutes } from './rest/user-routes';
import { readXmlBody } from './rest/xml-body';
import { systemInfoElement } from './write-system-info';
import { element } from './xml-element';

const LARGEST_BODY = 1_048_576;

/** The REST API of one node, to be registered under `/finesse/api`. */
export function restApi(options: RestApiOptions): FastifyPluginAsync {
  return (app) => {
    readXmlOnly(app);
    // Finesse echoes the header on every answer, errors included.
    app.addHook('onRequest', (request, reply, next) => {
      const requestId = requestIdOf(request);
      if (requestId !== '') {
        void reply.header('requestId', requestId);
      }
      next();
    });
    redirectToTls(app, options);
    app.setErrorHandler<FastifyError>((error, _request, reply) => {
      const isTheirs = error.statusCode !== undefined && error.statusCode < 500;
      const { error: told } = isTheirs
        ? badRequest(error.message)
        : refuse(500, 'Internal Server Error', { message: 'RUNTIME_EXCEPTION' });
      return sendError(reply, told);
    });
    app.setNotFoundHandler((request, reply) => {
      const message = `No resource ${request.method} ${request.url.split('?')[0] ?? ''}`;
      return sendError(reply, refuse(404, 'Not Found', { message }).error);
    });
    addOpenRoutes(app, options);
    const routes = new ApiRoutes(app, options);
    addUserRoutes(routes, options.contactCenter);
    addCallRoutes(routes, options.contactCenter);
    addTeamRoutes(routes, options.contactCenter);
    addReasonCodeRoutes(routes, options);
    addMediaRoutes(routes, options.contactCenter);
    addMessageRoutes(routes, options.contactCenter);
    addDeskResourceRoutes(routes, options.contactCenter);
    return Promise.resolve();
  };
}

/** As since 12.5, where it is asked for. */
function redirectToTls(app: FastifyInstance, { tlsOrigin }: RestApiOptions): void {
  app.addHook('onRequest', (request, reply, next) => {
    const origin = request.protocol === 'http' ? tlsOrigin?.() : undefined;
    if (origin === undefined) {
      next();
    } else {
      void reply.redirect(`${origin}${request.url}`, 301);
    }
  });
}

/** What answers without credentials, and SystemInfo even when out of service: clients ask it for just that. */
function addOpenRoutes(app: FastifyInstance, { contactCenter, systemInfo }: RestApiOptions): void {
  app.get('/SystemInfo', (_request, reply) =>
    sendDocument(
      reply,
      systemInfoElement('SystemInfo', contactCenter.systemStatus(), systemInfo()),
    ),
  );
  app.get<{ Params: { id: string } }>('/UserAuthMode/:id', (request, reply) => {
    const user = contactCenter.user(request.params.id);
    return user === undefined
      ? sendError(reply, userNotFound().error)
      : sendDocument(
          reply,
          element('UserAuthMode', [
            element('authMode', 'NON_SSO'),
            element('uri', `${FINESSE_API}/UserAuthMode/${user.id}`),
          ]),
        );
  });
}

function readXmlOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer', bodyLimit: LARGEST_BODY } as const;
  app.addContentTypeParser<Buffer>(
    /^(application|text)\/xml\b/,
    options,
    (_request, body, next) => {
      try {
        next(null, readXmlBody(body));
      } catch (error) {
        next(clientError(`The body is not well-formed XML: ${messageOf(error)}`));
      }
    },
  );
  app.addContentTypeParser('*', (_request, payload, next) => {
    payload.resume();
    next(clientError('The content type must be application/xml'));
  });
}

function clientError(message: string): FastifyError {
  return Object.assign(new Error(message), { code: 'BAD_REQUEST', statusCode: 400 });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unreadable';
}
