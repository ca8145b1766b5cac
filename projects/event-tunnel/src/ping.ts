import type { DisconnectProperties } from 'finesse-tunnel/protocol';

import type { Clock } from './clock';

/** What the watch over a link works with. */
export interface PingParts {
  readonly clock: Clock;
  /** Asked before each step, so new timing counts from the next step on. */
  readonly properties: () => DisconnectProperties;
  /** Sends one ping; `answered` is called for any answer, in time or late. An error answers as well as a result. */
  readonly ping: (answered: () => void) => void;
  /** Called once, when as many pings in a row as `xmppFailoverRequestMaxRetry` had no answer in time. */
  readonly dead: () => void;
}

/**
 * Watches a silent link, XEP-0199.
 *
 * One ping at a time: after its answer the interval passes, without one the next follows at once. Each ping gets its
 * full time, the last one too, unlike in Cisco's page, where a slow answer ends a live session.
 *
 * @returns A function that ends the watch.
 */
export function startPinging({ clock, properties, ping, dead }: PingParts): () => void {
  let unanswered = 0;
  let cancel: () => void;
  const rest = (): void => {
    cancel = clock.after(properties().xmppFailoverDetectionPingInterval, send);
  };
  const send = (): void => {
    const cancelLimit = clock.after(properties().xmppRequestTimeout, () => {
      if (++unanswered < properties().xmppFailoverRequestMaxRetry) {
        send();
      } else {
        dead();
      }
    });
    cancel = cancelLimit;
    ping(() => {
      unanswered = 0;
      // A late answer proves life, but the ping behind it is under way already.
      if (cancel === cancelLimit) {
        cancel();
        rest();
      }
    });
  };
  rest();
  return () => cancel();
}
