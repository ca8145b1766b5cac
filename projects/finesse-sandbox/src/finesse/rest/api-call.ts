import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ContactCenter } from '../contact-center';
import { type FinesseError, refuse, type Result } from '../finesse-error';
import type { SystemInfoFacts } from '../system-info-facts';
import type { User } from '../user';
import { writeApiErrors } from '../write-update';
import { writeXml, type XmlElement } from '../xml-element';
import { type BodyElement, textOf } from './xml-body';

/** What the REST API of one node works on. */
export interface RestApiOptions {
  readonly contactCenter: ContactCenter;
  /** Domains, hosts and ports of this node; asked for at every request. */
  readonly systemInfo: () => SystemInfoFacts;
  /** Where requests over plain HTTP are sent to; left out where they are answered. */
  readonly tlsOrigin?: () => string | undefined;
}

/** A request, past the credentials. */
export interface ApiCall {
  /** Who asks. */
  readonly caller: User;
  /** The first parameter of the path; empty where it has none. */
  readonly id: string;
  /** The second parameter of the path; empty where it has none. */
  readonly subId: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: BodyElement | undefined;
  readonly requestId: string;
}

/** Answers a request: a document with 200, `undefined` for 202 with the outcome by notification, or an error. */
export type ApiHandler = (call: ApiCall) => Result<XmlElement | undefined>;

/** The methods one resource knows. */
export type ApiMethods = Partial<Record<'GET' | 'POST' | 'PUT' | 'DELETE', ApiHandler>>;

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;
const ALLOW_ORDER = ['GET', 'OPTIONS', 'HEAD', 'PUT', 'POST', 'DELETE'];
const XML = 'application/xml;charset=UTF-8';

/** Adds resources to the API: each with its methods, 405 with Allow for the others. */
export class ApiRoutes {
  constructor(
    private readonly app: FastifyInstance,
    private readonly options: RestApiOptions,
  ) {}

  /** A resource that wants credentials and a system in service. */
  add(url: string, methods: ApiMethods): void {
    for (const method of METHODS) {
      const handler = method === 'PATCH' ? undefined : methods[method];
      this.app.route({
        method,
        url,
        ...(method === 'GET' ? { exposeHeadRoute: handler !== undefined } : {}),
        handler: (request, reply) =>
          handler === undefined
            ? refuseMethod(reply, methods)
            : this.handle(request, reply, handler),
      });
    }
  }

  private handle(request: FastifyRequest, reply: FastifyReply, handler: ApiHandler): FastifyReply {
    const { contactCenter, systemInfo } = this.options;
    if (!contactCenter.inService || systemInfo().outOfService === true) {
      return sendError(reply, SERVER_OUT_OF_SERVICE);
    }
    const caller = identify(contactCenter, request.headers.authorization);
    if (!caller.ok) {
      return sendError(reply, caller.error);
    }
    const result = handler(readCall(request, caller.value));
    if (!result.ok) {
      return sendError(reply, result.error);
    }
    return result.value === undefined
      ? reply.code(this.acceptedStatus(request)).send()
      : sendDocument(reply, result.value);
  }

  /** Pages of the guide say 200 for a change of state, and 202 for signing in and out. */
  private acceptedStatus({ method, url, body }: FastifyRequest): 200 | 202 {
    const isUser = method === 'PUT' && /\/User\/[^/?]+\/?(\?|$)/.test(url);
    const state = isUser && isBodyElement(body) ? textOf(body, 'state') : undefined;
    const isChange = state === 'READY' || state === 'NOT_READY';
    return isChange && this.options.contactCenter.hasQuirk('state-change-200') ? 200 : 202;
  }
}

const SERVER_OUT_OF_SERVICE: FinesseError = refuse(503, 'Service Unavailable', {
  message: 'SERVER_OUT_OF_SERVICE',
}).error;

/** Sends a document with 200. */
export function sendDocument(reply: FastifyReply, document: XmlElement): FastifyReply {
  return reply.code(200).type(XML).send(writeXml(document));
}

/** Sends an error in Finesse's form. */
export function sendError(reply: FastifyReply, error: FinesseError): FastifyReply {
  return reply.code(error.status).type(XML).send(writeApiErrors(error));
}

/** The header of this name, as the one text it is. */
export function requestIdOf({ headers }: FastifyRequest): string {
  const header = headers['requestid'];
  return typeof header === 'string' ? header : '';
}

function refuseMethod(reply: FastifyReply, methods: ApiMethods): FastifyReply {
  const known = [...Object.keys(methods), 'OPTIONS', ...('GET' in methods ? ['HEAD'] : [])];
  const allow = ALLOW_ORDER.filter((method) => known.includes(method)).join(', ');
  return sendError(reply.header('allow', allow), refuse(405, 'Method Not Allowed').error);
}

// No WWW-Authenticate goes with the 401: a browser would ask for the password in a window of its own.
function identify(contactCenter: ContactCenter, header: string | undefined): Result<User> {
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(header ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') {
    const user = contactCenter.bearer(value);
    return user === undefined ? unauthorized('') : { ok: true, value: user };
  }
  if (scheme.toLowerCase() !== 'basic') {
    return unauthorized('');
  }
  const pair = Buffer.from(value, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  const name = colon < 0 ? pair : pair.slice(0, colon);
  const known = contactCenter.authenticate(name, colon < 0 ? '' : pair.slice(colon + 1));
  return known.ok ? { ok: true, value: known.user } : unauthorized(name);
}

function unauthorized(name: string): Result<never> {
  return refuse(401, 'Authorization Failure', { message: 'UNAUTHORIZED', data: name });
}

function readCall(request: FastifyRequest, caller: User): ApiCall {
  const params = textFields(request.params);
  return {
    caller,
    id: params['id'] ?? '',
    subId: params['subId'] ?? '',
    query: textFields(request.query),
    body: isBodyElement(request.body) ? request.body : undefined,
    requestId: requestIdOf(request),
  };
}

function textFields(fields: unknown): Readonly<Record<string, string | undefined>> {
  const entries = Object.entries(fields ?? {}).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  );
  return Object.fromEntries(entries);
}

/** The one content type parser of this API makes nothing else. */
function isBodyElement(body: unknown): body is BodyElement {
  return typeof body === 'object' && body !== null && 'children' in body;
}
