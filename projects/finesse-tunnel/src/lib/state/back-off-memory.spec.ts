import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BackOffMemory } from './back-off-memory';

const NOW = Date.UTC(2026, 2, 2);

function setup(sessionStorage: unknown = window.sessionStorage): BackOffMemory {
  TestBed.configureTestingModule({
    providers: [
      BackOffMemory,
      {
        provide: DOCUMENT,
        useValue: { defaultView: { sessionStorage }, querySelectorAll: () => [] },
      },
    ],
  });
  return TestBed.inject(BackOffMemory);
}

describe('BackOffMemory', () => {
  beforeEach(() => {
    sessionStorage.clear();
  });
  afterEach(() => {
    sessionStorage.clear();
  });

  it('keeps two numbers, and nothing else', () => {
    const memory = setup();

    memory.remember({ attempt: 3, nextAttemptAt: NOW + 4_000 });

    expect(Object.values(sessionStorage)).toEqual([`3|${String(NOW + 4_000)}`]);
    expect(memory.recall(NOW)).toEqual({ attempt: 3, nextAttemptAt: NOW + 4_000 });
  });

  it('forgets', () => {
    const memory = setup();
    memory.remember({ attempt: 3, nextAttemptAt: NOW });

    memory.forget();

    expect(memory.recall(NOW)).toBeUndefined();
    expect(sessionStorage.length).toBe(0);
  });

  for (const spoiled of ['', 'x|y', '0|1', '-1|5', `3|${String(NOW - 300_000)}`, '1.5|1']) {
    it(`takes "${spoiled}" for nothing`, () => {
      sessionStorage.setItem('finesse-tunnel.back-off', spoiled);

      expect(setup().recall(NOW)).toBeUndefined();
    });
  }

  it('does without a storage that is forbidden', () => {
    const forbidden = new Proxy(
      {},
      {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      },
    );
    const memory = setup(forbidden);

    memory.remember({ attempt: 1, nextAttemptAt: NOW });

    expect(memory.recall(NOW)).toBeUndefined();
  });
});
