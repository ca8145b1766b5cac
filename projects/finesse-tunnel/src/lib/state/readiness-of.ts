import type { PresenceBody } from 'finesse-tunnel/protocol';
import type { ConnectionProgress, Readiness } from '../model/connection-status';

/** Sums the three criteria up. What SystemInfo said before an attempt found it out of service is outdated. */
export function readinessOf(
  { phase, error }: ConnectionProgress,
  isInService: boolean | undefined,
  presence: PresenceBody['type'] | undefined,
): Readiness {
  const isXmppConnected = phase === 'connected';
  const isServing = error?.code === 'out-of-service' ? false : isInService;
  const isFinesseHere = presence === undefined ? undefined : presence === 'available';
  return {
    isInService: isServing,
    isXmppConnected,
    isFinesseHere,
    isReady: isXmppConnected && isServing !== false && isFinesseHere !== false,
  };
}
