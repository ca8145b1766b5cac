/** One agent as the sandbox tells it. */
export interface SandboxAgent {
  readonly id: string;
  readonly state: string;
  readonly extension: string;
}

/** One call as the sandbox tells it. */
export interface SandboxCall {
  readonly id: string;
  readonly state: string;
  readonly from: string;
  readonly to: string;
  /** The parties that are still in it, by their addresses. */
  readonly parties: readonly { readonly address: string; readonly state: string }[];
}

/** A queue a call can be sent to. */
export interface SandboxQueue {
  readonly id: string;
  readonly name: string;
}

/** A fault at work. */
export interface SandboxFault {
  readonly id: string;
  readonly kind: string;
  /** Empty: on every node. */
  readonly node: string;
  /** Absent: until somebody ends it. */
  readonly seconds?: number;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** The simulated contact centre as far as this page acts on it. */
export interface SandboxTruth {
  readonly agents: readonly SandboxAgent[];
  readonly calls: readonly SandboxCall[];
  readonly queues: readonly SandboxQueue[];
}

/** Reads the answer of `GET /sandbox/truth`; what is not understood is left out. */
export function readTruth(answer: unknown): SandboxTruth {
  return {
    agents: records(answer, 'agents').map((agent) => ({
      id: text(agent, 'id'),
      state: text(agent, 'state'),
      extension: text(agent, 'extension'),
    })),
    calls: records(answer, 'dialogs').map((dialog) => ({
      id: text(dialog, 'id'),
      state: text(dialog, 'state'),
      from: text(dialog, 'fromAddress'),
      to: text(dialog, 'toAddress'),
      parties: records(dialog, 'participants')
        .map((party) => ({ address: text(party, 'mediaAddress'), state: text(party, 'state') }))
        .filter(({ state }) => state !== 'DROPPED'),
    })),
    queues: records(answer, 'queues').map((queue) => ({
      id: text(queue, 'id'),
      name: text(queue, 'name'),
    })),
  };
}

/** Reads the answer of `GET /sandbox/faults`; `undefined` when it is no list, so that nobody takes another server for it. */
export function readFaults(answer: unknown): readonly SandboxFault[] | undefined {
  if (!Array.isArray(answer)) {
    return undefined;
  }
  return records({ answer }, 'answer').map((fault) => {
    const seconds = fault['seconds'];
    return {
      id: text(fault, 'id'),
      kind: text(fault, 'kind'),
      node: text(fault, 'node'),
      since: Date.parse(text(fault, 'since')),
      ...(typeof seconds === 'number' ? { seconds } : {}),
    };
  });
}

/** The words of `{ "error": "…" }`, with which the control API refuses. */
export function readRefusal(answer: unknown): string | undefined {
  const error = isRecord(answer) ? answer['error'] : undefined;
  return typeof error === 'string' ? error : undefined;
}

function records(value: unknown, field: string): readonly Readonly<Record<string, unknown>>[] {
  const list: unknown = isRecord(value) ? value[field] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function text(record: Readonly<Record<string, unknown>>, field: string): string {
  const value = record[field];
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
