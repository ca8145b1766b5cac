import { DOCUMENT, inject, InjectionToken } from '@angular/core';
import type { TunnelTransport } from '../transport/tunnel-transport';

/** What is used of a LockManager. */
export type TabLocks = Pick<LockManager, 'request'>;

/** What is used of a BroadcastChannel. */
export interface TabChannel {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

/** The browser's locks; `undefined` where it has none: over http from another machine, and on a server. */
export const TAB_LOCKS = new InjectionToken<TabLocks | undefined>('finesse-tunnel tab locks', {
  providedIn: 'root',
  // The type says that every browser has them; those of a page without TLS do not.
  factory: (): TabLocks | undefined => {
    const navigator: Partial<Navigator> = inject(DOCUMENT).defaultView?.navigator ?? {};
    return navigator.locks;
  },
});

/** Opens a channel to the other tabs of this origin; `undefined` where the browser has none. */
export const TAB_CHANNEL = new InjectionToken<((name: string) => TabChannel) | undefined>(
  'finesse-tunnel tab channel',
  {
    providedIn: 'root',
    factory: () => {
      const window: Partial<typeof globalThis> = inject(DOCUMENT).defaultView ?? {};
      const Channel = window.BroadcastChannel;
      return Channel === undefined ? undefined : (name) => new Channel(name);
    },
  },
);

/** The page of this tab, which it opens when it leads. */
export const OWN_PAGE = new InjectionToken<TunnelTransport>('finesse-tunnel own page');
