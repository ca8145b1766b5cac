import { FAULT_KINDS, type FaultRequest } from '../faults/fault';
import type { CallVariable } from '../finesse/dialog';

/** `POST agents/{id}/state`. The reason may come as a number or as its digits. */
export interface StateRequest {
  readonly state: string;
  readonly reasonCodeId?: number | string;
}

/** `POST dialogs`. Call variables as an object of name and value, or as a list of both. */
export interface DialogRequest {
  readonly from: string;
  readonly to: string;
  readonly queueId?: string | number;
  readonly variables?: Readonly<Record<string, string>> | readonly CallVariable[];
}

/** `POST tasks`. */
export interface TaskBody {
  readonly mediaId: string | number;
  readonly agentId?: string | number;
  readonly variables?: DialogRequest['variables'];
}

/** `POST agents/{id}/queues`. */
export interface QueuesBody {
  readonly queueIds: readonly (string | number)[];
}

/** `POST publish`. */
export interface PublishRequest {
  readonly node: string;
  readonly payload: string;
}

/** `POST dialogs/{id}/actions`: one of the parties does something, as if at the phone. */
export interface ActionRequest {
  readonly agent: string;
  readonly action: 'ANSWER' | 'HOLD' | 'RETRIEVE' | 'DROP';
}

/** `POST reset`. */
export interface ResetRequest {
  readonly seed?: number;
  /** Simulated state changes a second from then on; 0: none. Left out: whatever the sandbox was started with. */
  readonly rate?: number;
}

const id = {
  anyOf: [
    { type: 'integer', minimum: 0 },
    { type: 'string', pattern: '^\\d{1,15}$' },
  ],
};
const text = { type: 'string' };
const name = { type: 'string', minLength: 1, maxLength: 1000 };

export const stateSchema = object<StateRequest>({ state: name, reasonCodeId: id }, ['state']);

const variables = {
  anyOf: [
    { type: 'object', additionalProperties: { type: 'string' } },
    { type: 'array', items: object<CallVariable>({ name, value: text }, ['name', 'value']) },
  ],
};

export const dialogSchema = object<DialogRequest>(
  { from: name, to: name, queueId: id, variables },
  ['from', 'to'],
);

export const taskSchema = object<TaskBody>({ mediaId: id, agentId: id, variables }, ['mediaId']);

export const queuesSchema = object<QueuesBody>({ queueIds: { type: 'array', items: id } }, [
  'queueIds',
]);

export const actionSchema = object<ActionRequest>(
  { agent: name, action: { type: 'string', enum: ['ANSWER', 'HOLD', 'RETRIEVE', 'DROP'] } },
  ['agent', 'action'],
);

export const publishSchema = object<PublishRequest>({ node: name, payload: text }, [
  'node',
  'payload',
]);

export const resetSchema = {
  anyOf: [
    { type: 'null' },
    object<ResetRequest>(
      {
        seed: { type: 'integer', minimum: 0, maximum: 4_294_967_295 },
        rate: { type: 'number', minimum: 0, maximum: 10_000 },
      },
      [],
    ),
  ],
};

export const faultSchema = object<FaultRequest>(
  {
    kind: { type: 'string', enum: FAULT_KINDS },
    node: { type: 'string', enum: ['A', 'B'] },
    seconds: { type: 'number', exclusiveMinimum: 0, maximum: 86_400 },
    ms: { type: 'number', minimum: 0, maximum: 600_000 },
    share: { type: 'number', minimum: 0, maximum: 1 },
    target: { type: 'string', enum: ['payload', 'stanza'] },
    agent: name,
  },
  ['kind'],
);

/** A JSON schema that names every property of T, so that the two cannot drift apart. */
function object<T>(properties: Record<keyof T, object>, required: readonly (keyof T)[]) {
  return { type: 'object', properties, required, additionalProperties: false } as const;
}
