import type { ConnectionEvent } from './connection-event';
import { INITIAL_CONNECTION, nextConnection } from './connection-machine';
import type { ConnectionState } from './connection-moves';

const DOMAINS = { xmppDomain: 'fin-a.example.test', pubsubDomain: 'pubsub.fin-a.example.test' };
const DOMAINS_KNOWN: ConnectionEvent = { kind: 'domains-known', domains: DOMAINS, at: 2 };

function after(...events: readonly ConnectionEvent[]): ConnectionState {
  return events.reduce(nextConnection, INITIAL_CONNECTION);
}

function connect(at: number, hosts = 1): ConnectionEvent {
  return { kind: 'connect-requested', agentId: '2101', hosts, at };
}

function status(word: 'loaded' | 'connected' | 'disconnected', at: number): ConnectionEvent {
  return { kind: 'status-changed', status: word, at };
}

const CONNECTED = [connect(1, 2), DOMAINS_KNOWN, status('loaded', 3), status('connected', 4)];

describe('the page of a connection', () => {
  it('that is asked to leave is not used again by the same agent', () => {
    const leaving = after(...CONNECTED, { kind: 'disconnect-requested', at: 5 });

    expect(nextConnection(leaving, connect(6)).isPageLoaded).toBeFalse();
  });

  it('that has loaded is not late while the domains are still awaited', () => {
    const waiting = after(connect(1), status('loaded', 2));

    expect(nextConnection(waiting, { kind: 'loaded-overdue', at: 9 })).toBe(waiting);
  });
});

describe('the host of a connection', () => {
  it('begins with a clean record once a session stood there', () => {
    const refused = after(
      connect(1, 2),
      DOMAINS_KNOWN,
      status('loaded', 3),
      status('disconnected', 4),
    );
    expect(refused.host.failures).toBe(1);

    const stands = [{ kind: 'retry-due', at: 5 } as const, DOMAINS_KNOWN, status('connected', 7)];

    expect(stands.reduce(nextConnection, refused).host.failures).toBe(0);
  });

  it('keeps the moment since when it is used through retries', () => {
    const retried = after(...CONNECTED, status('disconnected', 5), { kind: 'retry-due', at: 6 });

    expect(retried.status.hostSince).toBe(1);
  });
});
