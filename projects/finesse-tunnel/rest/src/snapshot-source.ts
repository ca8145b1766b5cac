import { inject, InjectionToken, Injector, runInInjectionContext } from '@angular/core';
import type { Observable } from 'rxjs';
import type { Snapshot } from 'finesse-tunnel';
import { FinesseApi } from './finesse-api';
import { snapshotOf } from './snapshot-of';

/**
 * Says what a node tells changes of.
 *
 * @returns `undefined` for nodes that this source does not know: the next one is asked. Otherwise an Observable that
 * gives one snapshot, or none, and completes; it fails with a `FinesseApiError`, or anything else.
 */
export type SnapshotSource = (node: string) => Observable<Snapshot> | undefined;

/** When snapshots are taken, and where from. */
export interface SnapshotOptions {
  /** Asked before the REST resources of the library, in this order. Called in an injection context. Default: none. */
  readonly sources?: readonly SnapshotSource[];
  /** How often every watched node is compared with its resource, in milliseconds; 0 for never. Default 300 000. */
  readonly auditEveryMs?: number;
}

/** {@link SnapshotOptions} with every default filled in. */
export interface SnapshotSettings {
  readonly load: (node: string) => Observable<Snapshot>;
  readonly auditEveryMs: number;
}

/** How snapshots are taken. */
export const SNAPSHOT_SETTINGS = new InjectionToken<SnapshotSettings>('finesse-tunnel snapshots');

/** Makes the settings; wants an injection context. */
export function snapshotSettings({
  sources = [],
  auditEveryMs = 300_000,
}: SnapshotOptions): SnapshotSettings {
  const api = inject(FinesseApi);
  const injector = inject(Injector);
  return {
    auditEveryMs,
    load: (node) => {
      for (const source of sources) {
        const found = runInInjectionContext(injector, () => source(node));
        if (found !== undefined) {
          return found;
        }
      }
      return snapshotOf(node, api);
    },
  };
}
