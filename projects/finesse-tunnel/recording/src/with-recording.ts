import type { EventTunnelFeature } from 'finesse-tunnel';
import { Recorder } from './recorder';

/**
 * Provides the {@link Recorder}.
 *
 * @example
 * ```ts
 * provideEventTunnel({ tunnelUrl: 'https://finesse.example.test:8445/tunnel/' }, withRecording());
 * ```
 */
export function withRecording(): EventTunnelFeature {
  return { providers: [Recorder] };
}
