import { TUNNEL_STATUSES, type TunnelStatus } from 'finesse-tunnel/protocol';
import type { ConnectionErrorCode, ConnectionPhase } from '../model/connection-status';
import type { ConnectionEvent } from './connection-event';
import { INITIAL_CONNECTION, nextConnection } from './connection-machine';
import { type ConnectionState, STABLE_AFTER_MS } from './connection-moves';

const DOMAINS = { xmppDomain: 'fin-a.example.test', pubsubDomain: 'pubsub.fin-a.example.test' };

function after(...events: readonly ConnectionEvent[]): ConnectionState {
  return events.reduce(nextConnection, INITIAL_CONNECTION);
}

function connect(at: number, agentId = '2101'): ConnectionEvent {
  return { kind: 'connect-requested', agentId, at };
}

function status(word: TunnelStatus | 'unknown', at: number): ConnectionEvent {
  return { kind: 'status-changed', status: word, at };
}

const DOMAINS_KNOWN: ConnectionEvent = { kind: 'domains-known', domains: DOMAINS, at: 2 };
const CONNECTING = [connect(1), DOMAINS_KNOWN, status('loaded', 3)] as const;
const CONNECTED = [...CONNECTING, status('connected', 4)] as const;

/** One state of each phase, reached the usual way. */
const PHASES: Readonly<Record<ConnectionPhase, ConnectionState>> = {
  disconnected: INITIAL_CONNECTION,
  loading: after(connect(1), DOMAINS_KNOWN),
  connecting: after(...CONNECTING),
  connected: after(...CONNECTED),
  disconnecting: after(...CONNECTED, { kind: 'disconnect-requested', at: 5 }),
  reconnecting: after(...CONNECTED, status('disconnected', 5)),
  unauthorized: after(...CONNECTING, status('unauthorized', 4)),
  conflict: after(...CONNECTED, status('conflict', 5)),
};

type Row = Readonly<Record<TunnelStatus | 'unknown', ConnectionPhase>>;

/** What each status word leads to in each phase: the whole of it. */
const STATUS_TABLE: Readonly<Record<ConnectionPhase, Row>> = {
  disconnected: staysWith('disconnected', {}),
  loading: staysWith('loading', {
    loaded: 'connecting',
    unauthorized: 'unauthorized',
    conflict: 'conflict',
  }),
  connecting: staysWith('connecting', {
    connected: 'connected',
    disconnected: 'reconnecting',
    unauthorized: 'unauthorized',
    conflict: 'conflict',
  }),
  connected: staysWith('connected', {
    loaded: 'connecting',
    connecting: 'connecting',
    disconnected: 'reconnecting',
    disconnecting: 'connecting',
    reconnecting: 'connecting',
    unloading: 'connecting',
    conflict: 'conflict',
    unauthorized: 'unauthorized',
  }),
  disconnecting: staysWith('disconnecting', {
    disconnected: 'disconnected',
    unauthorized: 'disconnected',
    conflict: 'disconnected',
    loaded: 'disconnected',
  }),
  reconnecting: staysWith('reconnecting', {
    connected: 'connected',
    unauthorized: 'unauthorized',
    conflict: 'conflict',
  }),
  unauthorized: staysWith('unauthorized', {}),
  conflict: staysWith('conflict', {}),
};

function staysWith(phase: ConnectionPhase, moves: Partial<Row>): Row {
  return {
    loaded: phase,
    connecting: phase,
    connected: phase,
    disconnected: phase,
    disconnecting: phase,
    reconnecting: phase,
    unloading: phase,
    conflict: phase,
    unauthorized: phase,
    unknown: phase,
    ...moves,
  };
}

/** Everything else that can happen, and where it leads in each phase. */
const EVENT_TABLE: readonly {
  readonly event: ConnectionEvent;
  readonly leads: Partial<Readonly<Record<ConnectionPhase, ConnectionPhase>>>;
}[] = [
  {
    event: connect(9),
    leads: {
      disconnected: 'loading',
      disconnecting: 'loading',
      reconnecting: 'loading',
      unauthorized: 'loading',
      conflict: 'loading',
    },
  },
  {
    event: { kind: 'disconnect-requested', at: 9 },
    leads: {
      loading: 'disconnected',
      connecting: 'disconnecting',
      connected: 'disconnecting',
      reconnecting: 'disconnected',
      unauthorized: 'disconnected',
      conflict: 'disconnected',
    },
  },
  { event: { ...DOMAINS_KNOWN, at: 9 }, leads: {} },
  {
    event: { kind: 'domains-unknown', code: 'out-of-service', message: 'out', at: 9 },
    leads: { loading: 'reconnecting' },
  },
  {
    event: { kind: 'domains-unknown', code: 'bad-config', message: 'bad', at: 9 },
    leads: { loading: 'disconnected' },
  },
  { event: { kind: 'secret-unavailable', at: 9 }, leads: { connecting: 'reconnecting' } },
  { event: { kind: 'resource-told', resource: 'r2' }, leads: {} },
  { event: { kind: 'loaded-overdue', at: 9 }, leads: { loading: 'reconnecting' } },
  { event: { kind: 'connected-overdue', at: 9 }, leads: { connecting: 'reconnecting' } },
  { event: { kind: 'disconnected-overdue', at: 9 }, leads: { disconnecting: 'disconnected' } },
  { event: { kind: 'retry-scheduled', nextAttemptAt: 99 }, leads: {} },
  { event: { kind: 'retry-due', at: 9 }, leads: { reconnecting: 'loading' } },
  // With one host there is nowhere to go.
  { event: { kind: 'other-host-usable', at: 9 }, leads: {} },
  { event: { kind: 'woken', at: 9 }, leads: { reconnecting: 'loading' } },
];

const ALL_PHASES = Object.keys(PHASES) as readonly ConnectionPhase[];

describe('nextConnection', () => {
  for (const phase of ALL_PHASES) {
    it(`starts the table of ${phase} in that phase`, () => {
      expect(PHASES[phase].status.phase).toBe(phase);
    });

    for (const word of [...TUNNEL_STATUSES, 'unknown'] as const) {
      it(`goes from ${phase} to ${STATUS_TABLE[phase][word]} when the page says ${word}`, () => {
        const next = nextConnection(PHASES[phase], status(word, 9));

        expect(next.status.phase).toBe(STATUS_TABLE[phase][word]);
      });
    }

    for (const { event, leads } of EVENT_TABLE) {
      const code = 'code' in event ? ` (${event.code})` : '';
      it(`goes from ${phase} to ${leads[phase] ?? phase} at ${event.kind}${code}`, () => {
        const next = nextConnection(PHASES[phase], event);

        expect(next.status.phase).toBe(leads[phase] ?? phase);
      });
    }
  }

  it('changes nothing at all where nothing happens', () => {
    expect(nextConnection(PHASES.conflict, status('disconnected', 9))).toBe(PHASES.conflict);
    expect(nextConnection(PHASES.connected, connect(9))).toBe(PHASES.connected);
    expect(nextConnection(PHASES.connected, { kind: 'retry-due', at: 9 })).toBe(PHASES.connected);
  });

  describe('introduces the agent', () => {
    it('once page and domains are both there, whichever comes first', () => {
      const pageFirst = after(connect(1), status('loaded', 2));
      expect(pageFirst.handshakes).toBe(0);
      expect(nextConnection(pageFirst, DOMAINS_KNOWN).handshakes).toBe(1);

      const domainsFirst = after(connect(1), DOMAINS_KNOWN);
      expect(domainsFirst.handshakes).toBe(0);
      expect(nextConnection(domainsFirst, status('loaded', 3)).handshakes).toBe(1);
    });

    it('anew when the page loads again by itself', () => {
      expect(after(...CONNECTING, status('loaded', 4)).handshakes).toBe(2);
      expect(after(...CONNECTED, status('loaded', 5)).handshakes).toBe(2);
    });

    it('not again while the page reconnects by itself', () => {
      const back = after(...CONNECTED, status('reconnecting', 5), status('connected', 6));

      expect(back.handshakes).toBe(1);
      expect(back.status.phase).toBe('connected');
      expect(back.status.error).toBeUndefined();
    });

    it('not before the domains are read again after a failure, as another node may answer', () => {
      const retrying = after(...CONNECTED, status('disconnected', 5), { kind: 'retry-due', at: 6 });

      expect(retrying.domains).toBeUndefined();
      expect(retrying.handshakes).toBe(1);
      expect(nextConnection(retrying, DOMAINS_KNOWN).handshakes).toBe(2);
    });
  });

  describe('keeps the page', () => {
    const failures: readonly {
      readonly given: string;
      readonly state: ConnectionState;
      readonly isKept: boolean;
    }[] = [
      {
        given: 'the connection was lost',
        state: after(...CONNECTED, status('disconnected', 5)),
        isKept: true,
      },
      {
        given: 'Finesse is out of service',
        state: after(connect(1), status('loaded', 2), {
          kind: 'domains-unknown',
          code: 'out-of-service',
          message: 'out',
          at: 3,
        }),
        isKept: true,
      },
      {
        given: 'the page hangs in the handshake',
        state: after(...CONNECTING, { kind: 'connected-overdue', at: 5 }),
        isKept: false,
      },
      {
        given: 'the page never loaded',
        state: after(connect(1), { kind: 'loaded-overdue', at: 5 }),
        isKept: false,
      },
      { given: 'the agent was refused', state: PHASES.unauthorized, isKept: false },
      {
        given: 'another agent signs in',
        state: after(...CONNECTED, connect(5, '2102')),
        isKept: false,
      },
    ];
    for (const { given, state, isKept } of failures) {
      it(`${isKept ? 'where' : 'but not where'} ${given}`, () => {
        expect(state.isPageLoaded).toBe(isKept);
      });
    }
  });

  describe('tells the reason', () => {
    const reasons: readonly {
      readonly code: ConnectionErrorCode;
      readonly state: ConnectionState;
    }[] = [
      { code: 'tunnel-not-loaded', state: after(connect(1), { kind: 'loaded-overdue', at: 5 }) },
      {
        code: 'not-connected-in-time',
        state: after(...CONNECTING, { kind: 'connected-overdue', at: 5 }),
      },
      { code: 'connection-refused', state: after(...CONNECTING, status('disconnected', 5)) },
      { code: 'connection-lost', state: after(...CONNECTED, status('disconnected', 5)) },
      { code: 'connection-lost', state: after(...CONNECTED, status('unloading', 5)) },
      { code: 'unauthorized', state: PHASES.unauthorized },
      { code: 'conflict', state: PHASES.conflict },
      {
        code: 'token-unavailable',
        state: after(...CONNECTING, { kind: 'secret-unavailable', at: 5 }),
      },
    ];
    for (const { code, state } of reasons) {
      it(`${code}, in words and with its time, while ${state.status.phase}`, () => {
        expect(state.status.error?.code).toBe(code);
        expect(state.status.error?.message).toMatch(/\w{3,}.*\.$/);
        expect(state.status.error?.at).toBe(state.status.since);
      });
    }

    it('until the connection stands, through every retry', () => {
      const lost = after(...CONNECTED, status('disconnected', 5));
      const retrying = nextConnection(lost, { kind: 'retry-due', at: 6 });
      const back = [DOMAINS_KNOWN, status('connected', 8)].reduce(nextConnection, retrying);

      expect(retrying.status.error?.code).toBe('connection-lost');
      expect(back.status.error).toBeUndefined();
    });

    it('of a bad configuration after giving up, with the words of whoever found it', () => {
      const given = after(connect(1), {
        kind: 'domains-unknown',
        code: 'bad-config',
        message: 'restUrl is no address',
        at: 2,
      });

      expect(given.status.phase).toBe('disconnected');
      expect(given.status.error?.message).toBe('restUrl is no address');
    });
  });

  describe('counts the attempts', () => {
    it('up, from failure to failure', () => {
      const twice = after(
        connect(1),
        { kind: 'loaded-overdue', at: 2 },
        { kind: 'retry-due', at: 3 },
        { kind: 'loaded-overdue', at: 4 },
        { kind: 'retry-due', at: 5 },
      );

      expect(twice.status.attempt).toBe(3);
    });

    it('from one again after a connection that was good', () => {
      const lost = after(...CONNECTED, status('disconnected', 4 + STABLE_AFTER_MS));

      expect(nextConnection(lost, { kind: 'retry-due', at: 99_999 }).status.attempt).toBe(1);
    });

    it('on after a connection that broke at once, so that two tabs with one resource do not race', () => {
      const lost = after(...CONNECTED, status('disconnected', 3 + STABLE_AFTER_MS));

      expect(nextConnection(lost, { kind: 'retry-due', at: 99_999 }).status.attempt).toBe(2);
    });
  });

  it('tells when the next attempt starts, only while it waits', () => {
    const scheduled = { kind: 'retry-scheduled', nextAttemptAt: 99 } as const;
    const waiting = nextConnection(PHASES.reconnecting, scheduled);

    expect(waiting.status.nextAttemptAt).toBe(99);
    for (const event of [{ kind: 'retry-due', at: 99 } as const, status('connected', 50)]) {
      expect(nextConnection(waiting, event).status.nextAttemptAt).toBeUndefined();
    }
  });

  it('does not take a page for connected that was never introduced', () => {
    const never = after(connect(1), { kind: 'loaded-overdue', at: 2 }, status('connected', 3));

    expect(never.status.phase).toBe('reconnecting');
  });
});
