import { TestBed } from '@angular/core/testing';
import { Store } from '@ngrx/store';
import { signal } from '@angular/core';
import {
  type ConnectionPhase,
  type ConnectionStatus,
  type Credentials,
  EventTunnelService,
} from 'finesse-tunnel';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import { WALL_WORLD, WallSignIn } from './wall-sign-in';

function setup(...answers: readonly Response[]) {
  const status = signal<Pick<ConnectionStatus, 'phase'>>({ phase: 'disconnected' });
  const connected: Credentials[] = [];
  const timers: { act: () => void; delayMs: number }[] = [];
  const asked: (RequestInit | undefined)[] = [];
  let reloads = 0;
  const left = [...answers];
  TestBed.configureTestingModule({
    providers: [
      { provide: Store, useValue: {} },
      {
        provide: EventTunnelService,
        useValue: { status, connect: (credentials: Credentials) => connected.push(credentials) },
      },
      { provide: DASHBOARD_CONFIG, useValue: { wallSession: { tokenUrl: '/wall-session' } } },
      {
        provide: WALL_WORLD,
        useValue: {
          fetch: (_: unknown, init?: RequestInit) => {
            asked.push(init);
            const answer = left.shift();
            return answer === undefined
              ? Promise.reject(new Error('unreachable'))
              : Promise.resolve(answer);
          },
          later: (act: () => void, delayMs: number) => {
            const timer = { act, delayMs };
            timers.push(timer);
            return () => {
              const index = timers.indexOf(timer);
              if (index >= 0) {
                timers.splice(index, 1);
              }
            };
          },
          reload: () => reloads++,
        },
      },
    ],
  });
  const signIn = TestBed.inject(WallSignIn);
  const become = (phase: ConnectionPhase) => {
    status.set({ phase });
    TestBed.tick();
  };
  /** How many sign-ins have ended: with credentials handed over, or with another try planned. */
  const ends = () => connected.length + timers.filter(({ delayMs }) => delayMs < 600_000).length;
  /** Lets the next sign-in happen, and waits for its end. */
  const retry = async () => {
    const index = timers.findIndex(({ delayMs }) => delayMs < 600_000);
    const [timer] = timers.splice(index, 1);
    const before = ends();
    timer?.act();
    while (ends() === before) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return timer?.delayMs;
  };
  TestBed.tick();
  return { signIn, become, retry, connected, asked, timers, reloads: () => reloads };
}

const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

describe('WallSignIn', () => {
  it('asks the host with its cookies, and signs in at once with the token', async () => {
    const wall = setup(
      answer({ id: '1000001', token: 'first' }),
      answer({ id: '1000001', token: 'second' }),
    );

    expect(await wall.retry()).toBe(0);

    expect(wall.asked[0]).toEqual({ credentials: 'include', cache: 'no-store' });
    const [credentials] = wall.connected;
    expect(credentials?.id).toBe('1000001');
    expect(credentials !== undefined && 'token' in credentials && (await credentials.token())).toBe(
      'second',
    );
  });

  it('signs in with the password of a service account', async () => {
    const wall = setup(answer({ id: '1000001', password: 'made-up' }));

    await wall.retry();

    expect(wall.connected).toEqual([{ id: '1000001', password: 'made-up' }]);
  });

  it('tries again later and later while the host does not answer, and says why', async () => {
    const wall = setup(answer({}, 503), answer({ id: '1000001', secret: 'made-up-secret' }));

    const delays = [];
    for (let i = 0; i < 7; i++) {
      delays.push(await wall.retry());
      expect(wall.signIn.problem()).toBeDefined();
      expect(wall.signIn.problem()).not.toContain('made-up-secret');
    }

    expect(delays).toEqual([0, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    expect(wall.connected).toEqual([]);
  });

  for (const phase of ['unauthorized', 'conflict', 'disconnected'] as const) {
    it(`signs in again after the session ended with "${phase}"`, async () => {
      const wall = setup(
        answer({ id: '1000001', token: 'a' }),
        answer({ id: '1000001', token: 'b' }),
      );
      await wall.retry();
      wall.become('connected');

      wall.become(phase);
      await wall.retry();

      expect(wall.connected.length).toBe(2);
    });
  }

  it('loads the page anew after ten minutes without a connection, and not when it came back', () => {
    const wall = setup();
    wall.become('connected');
    expect(wall.timers.some(({ delayMs }) => delayMs === 600_000)).toBe(false);

    wall.become('reconnecting');
    wall.timers.find(({ delayMs }) => delayMs === 600_000)?.act();

    expect(wall.reloads()).toBe(1);
  });
});
