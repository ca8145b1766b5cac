import { type AgentState, isAgentState } from '../finesse/agent-state';
import type { CallVariable } from '../finesse/dialog';

/** One thing that happens in a scenario. Calls have names, so that later events can speak of them. */
export type ScenarioEvent = { readonly at: number } & (
  | {
      readonly kind: 'state';
      readonly agent: string;
      readonly state: AgentState;
      readonly reasonCodeId?: number;
    }
  | { readonly kind: 'call'; readonly name: string; readonly call: ScenarioCall }
  | { readonly kind: 'answer' | 'hold' | 'retrieve'; readonly name: string; readonly agent: string }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'service'; readonly inService: boolean }
);

/** A call that arrives, or that a signed-in agent places. */
export interface ScenarioCall {
  readonly from: string;
  readonly to: string;
  readonly queueId?: string;
  readonly variables?: readonly CallVariable[];
}

/** A timed scenario, its events in the order of time. */
export interface Scenario {
  readonly events: readonly ScenarioEvent[];
}

/** A scenario, or what is wrong with its text and where. */
export type LoadedScenario =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly message: string };

/**
 * Reads the text of a scenario file.
 *
 * @example
 * ```json
 * { "events": [
 *   { "at": 0, "agent": "1001001", "state": "READY" },
 *   { "at": 1000, "name": "first", "call": { "from": "+15550100", "to": "6000" } },
 *   { "at": 3000, "answer": "first", "agent": "1001001" },
 *   { "at": 9000, "end": "first" },
 *   { "at": 12000, "inService": false }
 * ] }
 * ```
 */
export function loadScenario(text: string): LoadedScenario {
  try {
    const file = fields(parseJson(text), 'The scenario');
    onlyKnown(file, ['events'], 'The scenario');
    const list = file['events'];
    if (!Array.isArray(list)) {
      throw new ScenarioFault('The scenario needs a list "events".');
    }
    const events = list.map((entry: unknown, index) => readEvent(entry, `events[${index}]`));
    return { ok: true, scenario: { events: events.sort((a, b) => a.at - b.at) } };
  } catch (error) {
    if (error instanceof ScenarioFault) {
      return { ok: false, message: error.message };
    }
    throw error;
  }
}

class ScenarioFault extends Error {}

type Fields = Readonly<Record<string, unknown>>;

const FIELDS_OF_KIND: Readonly<Record<string, readonly string[]>> = {
  state: ['agent', 'reasonCodeId'],
  call: ['name'],
  answer: ['agent'],
  hold: ['agent'],
  retrieve: ['agent'],
  end: [],
  inService: [],
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw new ScenarioFault(`The scenario is not JSON: ${reason}`);
  }
}

function readEvent(entry: unknown, place: string): ScenarioEvent {
  const event = fields(entry, place);
  const kinds = Object.keys(FIELDS_OF_KIND).filter((kind) => kind in event);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const known = Object.keys(FIELDS_OF_KIND).join(', ');
    throw new ScenarioFault(`${place} needs exactly one of: ${known}.`);
  }
  onlyKnown(event, ['at', kind, ...(FIELDS_OF_KIND[kind] ?? [])], place);
  const at = event['at'];
  if (typeof at !== 'number' || !Number.isFinite(at) || at < 0) {
    throw new ScenarioFault(`${place}.at must be a number of milliseconds, 0 or more.`);
  }
  return { at, ...readKind(kind, event, place) };
}

function readKind(kind: string, event: Fields, place: string) {
  switch (kind) {
    case 'state':
      return readState(event, place);
    case 'call':
      return {
        kind: 'call' as const,
        name: 'name' in event ? textAt(event, 'name', place) : place,
        call: readCall(event['call'], `${place}.call`),
      };
    case 'end':
      return { kind: 'end' as const, name: textAt(event, 'end', place) };
    case 'inService':
      return { kind: 'service' as const, inService: booleanAt(event, 'inService', place) };
    default:
      return readAction(kind, event, place);
  }
}

function readState(event: Fields, place: string) {
  const state = event['state'];
  const reasonCodeId = event['reasonCodeId'];
  if (!isAgentState(state)) {
    throw new ScenarioFault(`${place}.state is no agent state: ${String(state)}.`);
  }
  if (reasonCodeId !== undefined && typeof reasonCodeId !== 'number') {
    throw new ScenarioFault(`${place}.reasonCodeId must be a number.`);
  }
  const reason = reasonCodeId === undefined ? {} : { reasonCodeId };
  return { kind: 'state' as const, agent: textAt(event, 'agent', place), state, ...reason };
}

function readAction(kind: string, event: Fields, place: string) {
  const action = kind === 'answer' || kind === 'hold' ? kind : 'retrieve';
  const name = textAt(event, action, place);
  return { kind: action, name, agent: textAt(event, 'agent', place) } as const;
}

function readCall(value: unknown, place: string): ScenarioCall {
  const call = fields(value, place);
  onlyKnown(call, ['from', 'to', 'queueId', 'variables'], place);
  const queue = 'queueId' in call ? { queueId: textAt(call, 'queueId', place) } : {};
  const variables = Object.entries(fields(call['variables'] ?? {}, `${place}.variables`)).map(
    ([name, text]) => ({ name, value: String(text) }),
  );
  return {
    from: textAt(call, 'from', place),
    to: textAt(call, 'to', place),
    ...queue,
    variables,
  };
}

function fields(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ScenarioFault(`${place} must be an object.`);
  }
  return Object.fromEntries(Object.entries(value));
}

function onlyKnown(found: Fields, known: readonly string[], place: string): void {
  const unknown = Object.keys(found).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new ScenarioFault(`${place} has an unknown field "${unknown}".`);
  }
}

/** Ids may be written as numbers; they are text all the same. */
function textAt(found: Fields, name: string, place: string): string {
  const value = found[name];
  if (typeof value === 'number') {
    return String(value);
  }
  if (typeof value !== 'string' || value === '') {
    throw new ScenarioFault(`${place}.${name} must be a text.`);
  }
  return value;
}

function booleanAt(found: Fields, name: string, place: string): boolean {
  const value = found[name];
  if (typeof value !== 'boolean') {
    throw new ScenarioFault(`${place}.${name} must be true or false.`);
  }
  return value;
}
