import { TestBed } from '@angular/core/testing';
import { TransportMemory } from './transport-memory';

const A = 'https://fin-a.example.test:8445/tunnel/';
const B = 'https://fin-b.example.test:8445/tunnel/';
const NOW = Date.UTC(2026, 2, 2);
const DAY_MS = 86_400_000;

describe('TransportMemory', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(() => {
    localStorage.clear();
  });

  function setup(): TransportMemory {
    TestBed.configureTestingModule({ providers: [TransportMemory] });
    return TestBed.inject(TransportMemory);
  }

  it('begins with WebSocket and changes with every failure', () => {
    const memory = setup();

    expect([0, 1, 2].map((failures) => memory.typeFor(A, failures, NOW))).toEqual([
      'websocket',
      'bosh',
      'websocket',
    ]);
  });

  it('begins with what worked last, per host', () => {
    const memory = setup();
    memory.trying(A, 'bosh');
    memory.worked(NOW);

    expect(memory.typeFor(A, 0, NOW + 1)).toBe('bosh');
    expect(memory.typeFor(A, 1, NOW + 1)).toBe('websocket');
    expect(memory.typeFor(B, 0, NOW + 1)).toBe('websocket');
    memory.trying(A, 'websocket');
    memory.worked(NOW + 2);

    expect(memory.typeFor(A, 0, NOW + 3)).toBe('websocket');
  });

  it('gives WebSocket another chance after a day', () => {
    const memory = setup();
    memory.trying(A, 'bosh');
    memory.worked(NOW);

    expect(memory.typeFor(A, 0, NOW + DAY_MS - 1)).toBe('bosh');
    expect(memory.typeFor(A, 0, NOW + DAY_MS)).toBe('websocket');
  });

  it('gives WebSocket another chance when the clock was set back by more than a day', () => {
    const memory = setup();
    memory.trying(A, 'bosh');
    memory.worked(NOW);

    expect(memory.typeFor(A, 0, NOW - 1)).toBe('bosh');
    expect(memory.typeFor(A, 0, NOW - DAY_MS)).toBe('websocket');
  });

  it('is not misled by a spoiled storage', () => {
    localStorage.setItem('finesse-tunnel.transport https://fin-a.example.test:8445', 'soon');

    expect(setup().typeFor(A, 0, NOW)).toBe('websocket');
  });
});
