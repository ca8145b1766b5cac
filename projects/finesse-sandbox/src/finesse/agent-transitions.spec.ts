import { AGENT_STATES, type AgentState } from './agent-state';
import {
  decideRequest,
  isLegalTransition,
  maySupervisorMakeNotReady,
  type Requester,
  type StateRequest,
} from './agent-transitions';
import type { Deployment } from './deployment';

const REQUESTS = ['READY', 'NOT_READY', 'LOGOUT'] as const;

/** The outcomes of READY, NOT_READY and LOGOUT, in this order; a number is the errorData of the refusal. */
type Row = readonly [string, string, string];

const TABLES: Readonly<Record<Deployment, Readonly<Record<Requester, Record<AgentState, Row>>>>> = {
  ucce: {
    self: {
      LOGOUT: ['22', '257', 'as-it-is'],
      NOT_READY: ['now', 'now', 'now'],
      READY: ['as-it-is', 'now', '22'],
      RESERVED: ['22', '22', '22'],
      RESERVED_OUTBOUND: ['22', 'now', '22'],
      RESERVED_OUTBOUND_PREVIEW: ['22', 'after-call', '22'],
      TALKING: ['after-call', 'after-call', 'after-call'],
      HOLD: ['after-call', 'after-call', 'after-call'],
      WORK: ['now', 'now', '22'],
      WORK_READY: ['now', 'now', '22'],
      UNKNOWN: ['22', '22', '22'],
    },
    supervisor: {
      LOGOUT: ['22', '257', 'as-it-is'],
      NOT_READY: ['now', 'now', 'now'],
      READY: ['as-it-is', 'now', 'now'],
      RESERVED: ['22', '22', 'after-call'],
      RESERVED_OUTBOUND: ['22', 'now', 'now'],
      RESERVED_OUTBOUND_PREVIEW: ['22', 'after-call', 'after-call'],
      TALKING: ['after-call', 'after-call', 'after-call'],
      HOLD: ['after-call', 'after-call', 'after-call'],
      WORK: ['now', 'now', 'now'],
      WORK_READY: ['now', 'now', 'now'],
      UNKNOWN: ['22', '22', '22'],
    },
  },
  uccx: {
    self: {
      LOGOUT: ['22', '1010', 'as-it-is'],
      NOT_READY: ['now', 'now', 'now'],
      READY: ['as-it-is', 'now', 'now'],
      RESERVED: ['22', '22', '22'],
      RESERVED_OUTBOUND: ['22', '22', '22'],
      RESERVED_OUTBOUND_PREVIEW: ['22', '22', '22'],
      TALKING: ['265', 'after-call', '22'],
      HOLD: ['265', 'after-call', '22'],
      WORK: ['now', 'now', '22'],
      WORK_READY: ['now', 'now', '22'],
      UNKNOWN: ['22', '22', '22'],
    },
    supervisor: {
      LOGOUT: ['22', '1010', 'as-it-is'],
      NOT_READY: ['now', 'now', 'now'],
      READY: ['as-it-is', 'now', 'now'],
      RESERVED: ['22', '22', 'after-call'],
      RESERVED_OUTBOUND: ['22', '22', 'now'],
      RESERVED_OUTBOUND_PREVIEW: ['22', '22', 'after-call'],
      TALKING: ['265', 'after-call', 'after-call'],
      HOLD: ['265', 'after-call', 'after-call'],
      WORK: ['now', 'now', 'now'],
      WORK_READY: ['now', 'now', 'now'],
      UNKNOWN: ['22', '22', '22'],
    },
  },
};

function decide(
  deployment: Deployment,
  by: Requester,
  wish: { state: AgentState; requested: StateRequest; pending?: StateRequest; busy?: boolean },
): string {
  const outcome = decideRequest({
    deployment,
    by,
    state: wish.state,
    requested: wish.requested,
    pendingState: wish.pending ?? '',
    isMediaBusy: wish.busy ?? false,
  });
  return typeof outcome === 'string' ? outcome : outcome.errorData;
}

describe('decideRequest', () => {
  for (const deployment of ['ucce', 'uccx'] as const) {
    for (const by of ['self', 'supervisor'] as const) {
      for (const state of AGENT_STATES) {
        it(`knows what ${by} can ask for in ${state} on ${deployment}`, () => {
          const row = REQUESTS.map((requested) => decide(deployment, by, { state, requested }));

          expect(row).toEqual([...TABLES[deployment][by][state]]);
        });
      }
    }
  }

  it('lets nobody on UCCX change a pending NOT_READY', () => {
    const again = { state: 'TALKING', requested: 'NOT_READY', pending: 'NOT_READY' } as const;

    expect(decide('uccx', 'self', again)).toBe('265');
    expect(decide('ucce', 'self', again)).toBe('after-call');
  });

  it('refuses READY on UCCX during a call that came over no queue', () => {
    const busy = { state: 'NOT_READY', requested: 'READY', busy: true } as const;

    expect(decide('uccx', 'self', busy)).toBe('33');
  });
});

describe('maySupervisorMakeNotReady', () => {
  it('allows it from READY and from wrapping up, and from nowhere else', () => {
    expect(AGENT_STATES.filter(maySupervisorMakeNotReady)).toEqual(['READY', 'WORK', 'WORK_READY']);
  });
});

describe('isLegalTransition', () => {
  const legal = (deployment: Deployment) =>
    AGENT_STATES.map((from) => [
      from,
      AGENT_STATES.filter((to) => isLegalTransition(deployment, from, to)).join(' '),
    ]);

  it('holds the table of Unified CCE', () => {
    expect(legal('ucce')).toEqual([
      ['LOGOUT', 'NOT_READY'],
      ['NOT_READY', 'LOGOUT NOT_READY READY TALKING'],
      ['READY', 'LOGOUT NOT_READY RESERVED RESERVED_OUTBOUND RESERVED_OUTBOUND_PREVIEW'],
      ['RESERVED', 'LOGOUT READY TALKING'],
      ['RESERVED_OUTBOUND', 'LOGOUT NOT_READY READY TALKING'],
      ['RESERVED_OUTBOUND_PREVIEW', 'LOGOUT NOT_READY READY TALKING'],
      ['TALKING', 'LOGOUT NOT_READY READY HOLD WORK WORK_READY'],
      ['HOLD', 'LOGOUT NOT_READY READY TALKING WORK WORK_READY'],
      ['WORK', 'LOGOUT NOT_READY READY'],
      ['WORK_READY', 'LOGOUT NOT_READY READY'],
      ['UNKNOWN', ''],
    ]);
  });

  it('holds the table of Unified CCX, which knows no HOLD and no WORK_READY', () => {
    expect(legal('uccx')).toEqual([
      ['LOGOUT', 'NOT_READY'],
      ['NOT_READY', 'LOGOUT NOT_READY READY'],
      ['READY', 'LOGOUT NOT_READY RESERVED RESERVED_OUTBOUND RESERVED_OUTBOUND_PREVIEW'],
      ['RESERVED', 'LOGOUT NOT_READY READY TALKING'],
      ['RESERVED_OUTBOUND', 'LOGOUT READY TALKING'],
      ['RESERVED_OUTBOUND_PREVIEW', 'LOGOUT READY TALKING'],
      ['TALKING', 'LOGOUT NOT_READY READY WORK'],
      ['HOLD', ''],
      ['WORK', 'LOGOUT NOT_READY READY'],
      ['WORK_READY', ''],
      ['UNKNOWN', ''],
    ]);
  });
});
