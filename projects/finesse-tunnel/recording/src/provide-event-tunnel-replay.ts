import {
  type EnvironmentProviders,
  inject,
  Injector,
  makeEnvironmentProviders,
  untracked,
} from '@angular/core';
import { META_REDUCERS } from '@ngrx/store';
import {
  BackOffMemory,
  type EventTunnelFeature,
  provideEventTunnel,
  TUNNEL_CLOCK,
  TunnelTransport,
} from 'finesse-tunnel';
import { REPLAYED_FEATURES, ReplayPlayer } from './replay-player';
import { replayReducer } from './replay-reducer';
import { ReplayTransport } from './replay-transport';

/** What a replay needs to know of the application. */
export interface ReplayOptions {
  /** Parts of the store that follow the events, to be put back when the replay goes back. Default: the library's own. */
  readonly features?: readonly string[];
}

/**
 * Provides the library with a recording in the place of a server: in the place of `provideEventTunnel()`, behind the
 * same `provideStore()`. Nothing is connected, and what would come from a server is not let into the store.
 *
 * `ReplayPlayer` plays, stops and seeks. `TUNNEL_CLOCK` tells the time of the recording. `watch()` and
 * `notifications$` emit while it plays, not when it jumps.
 *
 * @example
 * ```ts
 * bootstrapApplication(App, { providers: [provideStore(), provideEventTunnelReplay({ features: ['calls'] })] });
 * const reading = await readRecording(await file.text());
 * if (reading.ok) {
 *   player.open(reading.recording);
 *   player.play();
 * }
 * ```
 */
export function provideEventTunnelReplay(
  { features = [] }: ReplayOptions = {},
  ...others: readonly EventTunnelFeature[]
): EnvironmentProviders {
  return makeEnvironmentProviders([
    // Both domains are given, so nobody asks a server for them.
    provideEventTunnel(
      {
        tunnelUrl: 'https://replay.invalid/tunnel/',
        xmppDomain: 'replay.invalid',
        pubsubDomain: 'pubsub.replay.invalid',
      },
      ...others,
    ),
    ReplayPlayer,
    ReplayTransport,
    { provide: REPLAYED_FEATURES, useValue: features },
    { provide: TunnelTransport, useExisting: ReplayTransport },
    { provide: BackOffMemory, useValue: NO_MEMORY },
    { provide: META_REDUCERS, useValue: replayReducer, multi: true },
    { provide: TUNNEL_CLOCK, useFactory: replayClock },
  ]);
}

/** Asked for by parts of the library that the player itself needs, so it looks the player up when somebody reads it. */
function replayClock(): () => number {
  const injector = inject(Injector);
  return () => untracked(() => injector.get(ReplayPlayer).now());
}

/** A replay leaves nothing behind for the next session of this tab. */
const NO_MEMORY: Pick<BackOffMemory, keyof BackOffMemory> = {
  recall: () => undefined,
  remember: () => undefined,
  forget: () => undefined,
};
