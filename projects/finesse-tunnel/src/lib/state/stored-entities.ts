import { createEntityAdapter, type EntityState } from '@ngrx/entity';
import type { Told } from './told';

/** A resource with a key that the state can hold. */
export type Stored = Told & { readonly id: string };

/** When something left, so that what was said before does not bring it back. */
export interface Removal {
  /** When that was told; local clock. */
  readonly at: number;
  /** Its last change on the server's clock, if the server said. */
  readonly changedAt?: number;
}

/** Resources by id, and those that left within the last minute. */
export interface StoredEntities<T extends Stored> extends EntityState<T> {
  readonly removals: Readonly<Record<string, Removal>>;
}

/** How long a removal is remembered: longer than any request takes. */
export const REMOVAL_KEPT_MS = 60_000;

/** The empty collection, the same for all resources. */
export function noEntities<T extends Stored>(): StoredEntities<T> {
  return { ...createEntityAdapter<T>().getInitialState(), removals: {} };
}

/**
 * Collects what a batch changes, and copies the collection once.
 *
 * Reading sees the changes of the same batch, so that order is kept; nothing is copied when nothing changed.
 */
export class EntityDraft<T extends Stored> {
  readonly #before: StoredEntities<T>;
  readonly #changed = new Map<string, T | undefined>();
  readonly #removals = new Map<string, Removal>();

  constructor(before: StoredEntities<T>) {
    this.#before = before;
  }

  get(id: string): T | undefined {
    return this.#changed.has(id) ? this.#changed.get(id) : ownEntry(this.#before.entities, id);
  }

  removal(id: string): Removal | undefined {
    return this.#removals.get(id) ?? ownEntry(this.#before.removals, id);
  }

  set(entity: T): void {
    this.#changed.set(entity.id, entity);
  }

  remove(id: string, removal: Removal): void {
    this.#removals.set(id, removal);
    if (this.get(id) !== undefined) {
      this.#changed.set(id, undefined);
    }
  }

  /** What the collection holds now, changes included. */
  *all(): Iterable<T> {
    for (const id of this.#before.ids) {
      const entity = this.get(String(id));
      if (entity !== undefined) {
        yield entity;
      }
    }
    for (const [id, entity] of this.#changed) {
      if (entity !== undefined && !Object.hasOwn(this.#before.entities, id)) {
        yield entity;
      }
    }
  }

  /** The collection after the batch; removals older than a minute at `now` are forgotten. */
  finish(now: number): StoredEntities<T> {
    if (this.#changed.size === 0 && this.#removals.size === 0) {
      return this.#before;
    }
    return {
      ...this.#collection(),
      removals: this.#removals.size === 0 ? this.#before.removals : this.#remembered(now),
    };
  }

  /**
   * By hand, as the entity adapter takes `constructor` for an id it knows, and would copy once for what is set
   * and once more for what is removed.
   */
  #collection(): Pick<StoredEntities<T>, 'ids' | 'entities'> {
    const { ids, entities } = this.#before;
    const changes = [...this.#changed];
    const set = changes.filter(([, entity]) => entity !== undefined);
    const removed = new Set(changes.flatMap(([id, entity]) => (entity === undefined ? [id] : [])));
    const added = set.map(([id]) => id).filter((id) => !Object.hasOwn(entities, id));
    const known = ids.map(String);
    // eslint-disable-next-line @typescript-eslint/no-misused-spread -- Dictionary is a class for the compiler alone
    const after = { ...entities, ...Object.fromEntries(set) };
    for (const id of removed) {
      Reflect.deleteProperty(after, id);
    }
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the same
    return { ids: [...known.filter((id) => !removed.has(id)), ...added], entities: after };
  }

  #remembered(now: number): Readonly<Record<string, Removal>> {
    const recent = Object.entries(this.#before.removals).filter(
      ([, { at }]) => now - at < REMOVAL_KEPT_MS,
    );
    return Object.fromEntries([...recent, ...this.#removals]);
  }
}

/** A name such as `constructor` is no entry unless somebody put it there. */
function ownEntry<V>(record: Readonly<Record<string, V | undefined>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
