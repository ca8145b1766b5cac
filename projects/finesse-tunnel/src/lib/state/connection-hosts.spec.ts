import type { TunnelStatus } from 'finesse-tunnel/protocol';
import type { ConnectionEvent } from './connection-event';
import { INITIAL_CONNECTION, nextConnection } from './connection-machine';
import type { ConnectionState } from './connection-moves';

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

describe('nextConnection', () => {
  describe('chooses the host', () => {
    const asked: ConnectionEvent = { kind: 'connect-requested', agentId: '2101', hosts: 2, at: 1 };
    const outOfService: ConnectionEvent = {
      kind: 'domains-unknown',
      code: 'out-of-service',
      message: 'out',
      at: 5,
    };
    const retry: ConnectionEvent = { kind: 'retry-due', at: 6 };

    it('that is configured first, and says since when', () => {
      expect(after(asked).status).toEqual(jasmine.objectContaining({ hostIndex: 0, hostSince: 1 }));
    });

    it('other than one that is out of service, with a page of its own', () => {
      const failed = after(asked, status('loaded', 2), outOfService);
      expect(failed.isPageLoaded).toBeFalse();
      expect(failed.status.hostIndex).toBe(0);

      const next = nextConnection(failed, retry);

      expect(next.status).toEqual(jasmine.objectContaining({ hostIndex: 1, hostSince: 6 }));
    });

    it('that was lost once more before the other one', () => {
      const lost = after(asked, DOMAINS_KNOWN, status('loaded', 3), status('connected', 4));
      const retried = [status('disconnected', 5), retry].reduce(nextConnection, lost);

      expect(retried.status.hostIndex).toBe(0);
      expect(retried.isPageLoaded).toBeTrue();
    });

    it('other than one that gave no session twice', () => {
      const once = after(asked, DOMAINS_KNOWN, status('loaded', 3), status('disconnected', 4));
      expect(once.host).toEqual({ index: 0, count: 2, failures: 1 });

      const twice = [retry, DOMAINS_KNOWN, status('disconnected', 8)].reduce(nextConnection, once);

      expect(twice.host).toEqual({ index: 1, count: 2, failures: 0 });
    });

    it('again from the first after the last', () => {
      const both = after(asked, outOfService, retry, outOfService, retry);

      expect(both.status.hostIndex).toBe(0);
    });

    it('and does not take the page of the one that is left for one of the next', () => {
      const left = after(asked, status('loaded', 2), outOfService, status('loaded', 6));

      expect(left.isPageLoaded).toBeFalse();
    });

    it('other than one whose session stands without a server behind it', () => {
      const stands = after(asked, DOMAINS_KNOWN, status('loaded', 3), status('connected', 4));

      const left = nextConnection(stands, { kind: 'other-host-usable', at: 9 });

      expect(left.status.phase).toBe('reconnecting');
      expect(left.status.error?.code).toBe('out-of-service');
      expect(left.host.index).toBe(1);
    });

    it('only where there is more than one', () => {
      const alone = after(connect(1), status('loaded', 2), outOfService, retry);

      expect(alone.status.hostIndex).toBe(0);
      expect(alone.isPageLoaded).toBeTrue();
    });

    it('that it moved to, in one step, without a loss of the session', () => {
      const stands = after(asked, DOMAINS_KNOWN, status('loaded', 3), status('connected', 4));
      const moved = nextConnection(stands, {
        kind: 'moved-over',
        hostIndex: 1,
        domains: { xmppDomain: 'fin-b.example.test', pubsubDomain: 'p' },
        at: 9,
      });

      expect(moved.host).toEqual({ index: 1, count: 2, failures: 0 });
      expect(moved.status).toEqual(
        jasmine.objectContaining({
          phase: 'connected',
          hostIndex: 1,
          hostSince: 9,
          host: 'fin-b.example.test',
        }),
      );
      expect(moved.status.forcedSignOut?.hostIndex).toBe(0);
    });

    it('of the second again after a loss there, and the first only when the second fails', () => {
      const onSecond = [outOfService, retry, DOMAINS_KNOWN, status('loaded', 7)].reduce(
        nextConnection,
        after(asked),
      );
      const lost = [status('connected', 8), status('disconnected', 9), retry].reduce(
        nextConnection,
        onSecond,
      );
      expect(lost.status.hostIndex).toBe(1);

      expect([outOfService, retry].reduce(nextConnection, lost).status.hostIndex).toBe(0);
    });

    it('that was used last when the same agent comes back', () => {
      const onSecond = after(asked, outOfService, retry, {
        kind: 'disconnect-requested',
        at: 7,
      });

      expect(nextConnection(onSecond, asked).status.hostIndex).toBe(1);
    });

    it('in turn while neither serves, counting every attempt', () => {
      const tried: unknown[] = [];
      let state = after(asked);
      for (let attempt = 0; attempt < 5; attempt++) {
        tried.push([state.status.hostIndex, state.status.attempt]);
        state = [outOfService, retry].reduce(nextConnection, state);
      }

      expect(tried).toEqual([
        [0, 1],
        [1, 2],
        [0, 3],
        [1, 4],
        [0, 5],
      ]);
    });

    it('without hopping while a session comes and goes, and goes on counting', () => {
      let state = after(asked, DOMAINS_KNOWN, status('loaded', 3), status('connected', 4));
      for (let at = 5; at < 9_000; at += 1_000) {
        state = [
          status('disconnected', at),
          { kind: 'retry-due', at } as const,
          DOMAINS_KNOWN,
          status('connected', at),
        ].reduce(nextConnection, state);
      }

      expect(state.status.hostIndex).toBe(0);
      expect(state.status.attempt).toBe(10);
    });

    it('that a configuration with fewer hosts still has', () => {
      const onSecond = after(asked, outOfService, retry);

      expect(nextConnection(onSecond, { ...connect(9, '2102') }).status.hostIndex).toBe(0);
    });
  });

  describe('tells when the server may sign the agent out', () => {
    const lost = after(...CONNECTED, status('disconnected', 1_000));

    it('from a loss on, through every retry', () => {
      const due = { earliestAt: 61_000, latestAt: 181_000, hostIndex: 0 };
      expect(lost.status.forcedSignOut).toEqual(due);

      const later = [
        { kind: 'retry-due', at: 2_000 } as const,
        DOMAINS_KNOWN,
        status('disconnected', 3_000),
      ].reduce(nextConnection, lost);

      expect(later.status.forcedSignOut).toEqual(due);
      expect(nextConnection(later, connect(4_000)).status.forcedSignOut).toEqual(due);
      expect(nextConnection(later, connect(4_000, '2102')).status.forcedSignOut).toBeUndefined();
    });

    it('from the moment the page turns to itself, too', () => {
      expect(after(...CONNECTED, status('unloading', 5)).status.forcedSignOut).toBeDefined();
    });

    it('until the connection stands on the same host', () => {
      const back = [
        { kind: 'retry-due', at: 2_000 } as const,
        DOMAINS_KNOWN,
        status('connected', 3_000),
      ].reduce(nextConnection, lost);

      expect(back.status.forcedSignOut).toBeUndefined();
    });

    it('longer where it stands on the other one, but not for ever', () => {
      const elsewhere = { ...lost, host: { index: 1, count: 2, failures: 0 } };
      const back = (at: number) =>
        [
          { kind: 'retry-due', at: 2_000 } as const,
          DOMAINS_KNOWN,
          status('loaded', at),
          status('connected', at),
        ].reduce(nextConnection, { ...elsewhere, isPageLoaded: false });

      expect(back(3_000).status.forcedSignOut?.hostIndex).toBe(0);
      expect(back(181_000).status.forcedSignOut).toBeUndefined();
    });

    it('not after a connection that never stood', () => {
      expect(after(...CONNECTING, status('disconnected', 5)).status.forcedSignOut).toBeUndefined();
    });
  });

  describe('goes on after a reload', () => {
    const backOff = { attempt: 4, nextAttemptAt: 5_000 };

    it('waiting for the moment that was set', () => {
      const waiting = after({ kind: 'connect-requested', agentId: '2101', backOff, at: 1_000 });

      expect(waiting.status).toEqual(
        jasmine.objectContaining({ phase: 'reconnecting', attempt: 3, nextAttemptAt: 5_000 }),
      );
      expect(nextConnection(waiting, { kind: 'retry-due', at: 5_000 }).status.attempt).toBe(4);
    });

    it('at once where that moment is past, still counting', () => {
      const due = after({ kind: 'connect-requested', agentId: '2101', backOff, at: 5_000 });

      expect(due.status).toEqual(jasmine.objectContaining({ phase: 'loading', attempt: 4 }));
      expect(due.preparations).toBe(1);
    });
  });
});
