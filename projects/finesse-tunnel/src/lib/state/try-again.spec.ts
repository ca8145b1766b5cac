import { TestBed } from '@angular/core/testing';
import { MockStore, provideMockStore } from '@ngrx/store/testing';
import type { ConnectionProgress } from '../model/connection-status';
import { resolveConfig } from '../model/resolve-config';
import { BackOffMemory } from './back-off-memory';
import { tryAgain } from './connection-effects';
import { selectConnectionStatus } from './event-tunnel-feature';
import { TunnelTimerActions } from './tunnel-timer-actions';

const NOW = 1_000_000;

describe('tryAgain', () => {
  afterEach(() => {
    TestBed.inject(MockStore).resetSelectors();
  });

  for (const { given, nextAttemptAt, waitMs } of [
    { given: 'goes on waiting after a reload', nextAttemptAt: NOW + 4_000, waitMs: 4_000 },
    {
      given: 'waits no longer than ever where the clock was set back before the reload',
      nextAttemptAt: NOW + 200_000,
      waitMs: 10_000,
    },
  ]) {
    it(given, () => {
      const status: ConnectionProgress = {
        phase: 'reconnecting',
        attempt: 2,
        since: NOW,
        nextAttemptAt,
      };
      TestBed.configureTestingModule({
        providers: [
          BackOffMemory,
          provideMockStore({ selectors: [{ selector: selectConnectionStatus, value: status }] }),
        ],
      });
      const actions: unknown[] = [];

      const settings = () =>
        resolveConfig({ tunnelUrl: 'https://finesse.example.test:8445/tunnel/' }, 'desk');
      tryAgain({
        store: TestBed.inject(MockStore),
        settings,
        now: () => NOW,
        random: () => 0.5,
        memory: TestBed.inject(BackOffMemory),
      })
        .subscribe((action) => actions.push(action))
        .unsubscribe();

      expect(actions).toEqual([TunnelTimerActions.retryScheduled({ nextAttemptAt: NOW + waitMs })]);
    });
  }
});
