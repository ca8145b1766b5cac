import Fastify from 'fastify';
import { restApi } from '../rest-api';
import type { SystemInfoFacts } from '../system-info-facts';
import { makeContactCenter } from './make-contact-center';

/** An agent of team 31. */
export const ID = '1001001';
/** An agent of team 32. */
export const IKO = '1001002';
/** The supervisor of team 31. */
export const SUPERVISOR = '1000001';
/** Who may see everything. */
export const ADMINISTRATOR = 'administrator';
const PASSWORD = 'open sesame';
/** What node A says about itself. */
export const FACTS: SystemInfoFacts = {
  xmppDomain: 'finesse-a.example.test',
  xmppPubSubDomain: 'pubsub.finesse-a.example.test',
  primaryNode: { host: 'finesse-a.example.test', httpsPort: 8445 },
};

/** How a request differs from a GET by the agent. */
export interface RestRequest {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly as?: string;
  readonly password?: string;
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
}

/** The REST API of node A over a small contact centre. */
export async function makeRestApi({
  facts = FACTS,
  tlsOrigin,
  ...options
}: Parameters<typeof makeContactCenter>[0] & {
  readonly facts?: SystemInfoFacts;
  readonly tlsOrigin?: () => string;
} = {}) {
  const tested = makeContactCenter(options);
  const { contactCenter } = tested;
  const app = Fastify();
  await app.register(
    restApi({
      contactCenter,
      systemInfo: () => facts,
      ...(tlsOrigin === undefined ? {} : { tlsOrigin }),
    }),
    {
      prefix: '/finesse/api',
    },
  );
  const send = async (path: string, call: RestRequest = {}) => {
    const { method = 'GET', as = ID, password = PASSWORD, body, headers = {} } = call;
    const answer = await app.inject({
      method,
      url: `/finesse/api/${path}`,
      headers: {
        authorization: `Basic ${Buffer.from(`${as}:${password}`).toString('base64')}`,
        ...(body === undefined ? {} : { 'content-type': 'application/xml' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    const errorType = /<ErrorType>([^<]*)</.exec(answer.body)?.[1];
    const errorData = /<ErrorData>([^<]*)</.exec(answer.body)?.[1];
    return { ...answer, status: answer.statusCode, body: answer.body, errorType, errorData };
  };
  const put = (path: string, body: string | Buffer, call: RestRequest = {}) =>
    send(path, { method: 'PUT', body, ...call });
  const post = (path: string, body: string, call: RestRequest = {}) =>
    send(path, { method: 'POST', body, ...call });
  const state = () => contactCenter.user(ID)?.state;
  return { ...tested, app, send, put, post, state };
}

/** A `User` body. */
export const user = (fields: Record<string, string>) => element('User', fields);
/** A `Dialog` body. */
export const dialog = (fields: Record<string, string>) => element('Dialog', fields);

function element(name: string, fields: Record<string, string>): string {
  const children = Object.entries(fields).map(([field, text]) => `<${field}>${text}</${field}>`);
  return `<${name}>${children.join('')}</${name}>`;
}
