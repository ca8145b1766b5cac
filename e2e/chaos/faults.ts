import type { ChaosTarget } from './chaos-target';
import type { LinkFault } from './tcp-proxy';

/** One thing that goes wrong and is over when `run` is. */
export interface ChaosFault {
  /** Of what kind it is, for the table of recoveries. */
  readonly kind: string;
  readonly name: string;
  /** Notifications vanish and nobody can notice: only a comparison finds it. */
  readonly isSilent?: boolean;
  /** The session is ended for good: somebody has to sign in again. */
  readonly isFinal?: boolean;
  readonly run: (target: ChaosTarget) => Promise<void>;
}

/** On which node; both of them when absent. */
export type Place = 'A' | 'B' | undefined;

interface Draw {
  readonly place: Place;
  readonly seconds: number;
  readonly share: number;
}

type Make = (draw: Draw) => ChaosFault;

/** Everything that can go wrong, each with the same chance. `only` names kinds, to measure those. */
export function chaosFault(random: () => number, only: readonly string[] = []): ChaosFault {
  // As many draws for every fault, so that a seed means the same whatever is chosen.
  const draw: Draw = {
    place: pick<Place>(['A', 'B', undefined], random()),
    seconds: 1 + Math.floor(random() * 5),
    share: 0.2 + random() * 0.8,
  };
  const choice = random();
  const all = ALL.map((make) => make(draw));
  const wanted = all.filter(({ kind }) => only.length === 0 || only.includes(kind));
  return pick(wanted.length === 0 ? all : wanted, choice);
}

/** The kinds of faults there are. */
export function chaosKinds(): readonly string[] {
  return ALL.map((make) => make({ place: undefined, seconds: 1, share: 1 }).kind);
}

function pick<T>(choices: readonly T[], draw: number): T {
  const choice = choices[Math.floor(draw * choices.length)];
  if (choice === undefined && choices.length === 0) {
    throw new RangeError('There is nothing to choose from.');
  }
  return choice as T;
}

/** A fault that the sandbox plays for some seconds. */
function played(kind: string, more: (draw: Draw) => object = () => ({})): Make {
  return (draw) => ({
    ...named(kind, draw),
    run: async (target) => target.playFault(kind, draw, more(draw)),
  });
}

/** A fault that nobody meets who has a session: a cut makes for that. */
function playedAfterCut(kind: string): Make {
  return (draw) => ({
    ...named(kind, draw),
    run: async (target) => {
      const over = target.playFault(kind, draw, {});
      await target.sandbox.fault('cut', draw.place === undefined ? {} : { node: draw.place });
      await over;
    },
  });
}

function silent(make: Make): Make {
  return (draw) => ({ ...make(draw), isSilent: true });
}

function final(make: Make): Make {
  return (draw) => ({ ...make(draw), isFinal: true });
}

function link(fault: LinkFault): Make {
  return (draw) => ({
    ...named(`link: ${fault.kind}`, draw),
    run: async (target) => target.playLink(fault, draw),
  });
}

function browser(kind: string, run: (target: ChaosTarget, seconds: number) => Promise<void>): Make {
  return ({ seconds }) => ({
    kind: `browser: ${kind}`,
    name: `browser: ${kind}, ${String(seconds)} s`,
    run: async (target) => run(target, seconds),
  });
}

function server(kind: string, run: (target: ChaosTarget, seconds: number) => Promise<void>): Make {
  return ({ seconds }) => ({
    kind: `server: ${kind}`,
    name: `server: ${kind}, ${String(seconds)} s`,
    run: async (target) => run(target, seconds),
  });
}

function named(kind: string, { place, seconds }: Draw): Pick<ChaosFault, 'kind' | 'name'> {
  return {
    kind,
    name: `${kind}${place === undefined ? '' : ` on ${place}`}, ${String(seconds)} s`,
  };
}

const share = (draw: Draw): object => ({ share: draw.share });

const ALL: readonly Make[] = [
  played('cut'),
  played('stall'),
  playedAfterCut('refuse'),
  played('delay', () => ({ ms: 800 })),
  silent(played('lose', share)),
  silent(played('duplicate', share)),
  silent(played('reorder', share)),
  silent(played('malformed', (draw) => ({ ...share(draw), target: 'payload' }))),
  silent(played('malformed', (draw) => ({ ...share(draw), target: 'stanza' }))),
  final(played('conflict')),
  final(playedAfterCut('unauthorized')),
  played('service-away'),
  played('out-of-service'),
  playedAfterCut('slow-tunnel'),
  link({ kind: 'drop' }),
  link({ kind: 'delay', ms: 300 }),
  link({ kind: 'throttle', bytesPerSecond: 20_000 }),
  link({ kind: 'half-close' }),
  link({ kind: 'cut' }),
  link({ kind: 'refuse' }),
  server('killed', async (target, seconds) => target.killServer(seconds)),
  server('frozen', async (target, seconds) => target.freezeServer(seconds)),
  browser('offline', async (target, seconds) => target.goOffline(seconds)),
  browser('tab frozen', async (target, seconds) => target.freezeTab(seconds)),
  final(browser('tab closed', async (target) => target.openNewTab())),
  browser('clock an hour back', async (target, seconds) => target.moveClock(-3_600_000, seconds)),
  browser('clock an hour ahead', async (target, seconds) => target.moveClock(3_600_000, seconds)),
];
