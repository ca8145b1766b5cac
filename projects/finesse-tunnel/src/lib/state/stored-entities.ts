import { type Collection, EMPTY_COLLECTION, entityOf, listOf } from './collection';
import type { Told } from './told';
import { withChanges } from './with-changes';

/** A resource with a key that the state can hold. */
export type Stored = Told & { readonly id: string };

/** When something left, so that what was said before does not bring it back. */
export interface Removal {
  readonly id: string;
  /** When that was told; local clock. */
  readonly at: number;
  /** Its last change on the server's clock, if the server said. */
  readonly changedAt?: number;
}

/** Resources by id in the order in which they were first told, and those that left within the last minute or two. */
export interface StoredEntities<T extends Stored> extends Collection<T> {
  readonly removals: Collection<Removal>;
  /** When old removals were last forgotten; local clock. */
  readonly removalsForgottenAt: number;
}

/** How long a removal is remembered at least: longer than any request takes. */
export const REMOVAL_KEPT_MS = 60_000;

/** The empty collection, the same for all resources. */
export const NO_ENTITIES: StoredEntities<never> = {
  ...EMPTY_COLLECTION,
  removals: EMPTY_COLLECTION,
  removalsForgottenAt: 0,
};

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
    return (
      this.#changed.get(id) ?? (this.#changed.has(id) ? undefined : entityOf(this.#before, id))
    );
  }

  removal(id: string): Removal | undefined {
    return this.#removals.get(id) ?? entityOf(this.#before.removals, id);
  }

  set(entity: T): void {
    this.#changed.set(entity.id, entity);
  }

  /** Takes it out, and remembers when that was. */
  remove(removal: Removal): void {
    this.#removals.set(removal.id, removal);
    this.forget(removal.id);
  }

  /** Takes it out as if nobody had ever told of it. */
  forget(id: string): void {
    if (this.get(id) !== undefined) {
      this.#changed.set(id, undefined);
    }
  }

  /** What the collection holds now, changes included. */
  all(): readonly T[] {
    return listOf(withChanges(this.#before, this.#changed));
  }

  /** The collection after the batch; removals older than a minute at `now` may be forgotten. */
  finish(now: number): StoredEntities<T> {
    if (this.#changed.size === 0 && this.#removals.size === 0) {
      return this.#before;
    }
    return { ...withChanges(this.#before, this.#changed), ...this.#remembered(now) };
  }

  /** Old removals go all at once and once a minute, so that this costs no more the more of them there are. */
  #remembered(now: number): Pick<StoredEntities<T>, 'removals' | 'removalsForgottenAt'> {
    const { removals, removalsForgottenAt } = this.#before;
    if (this.#removals.size === 0) {
      return { removals, removalsForgottenAt };
    }
    if (now - removalsForgottenAt < REMOVAL_KEPT_MS) {
      return { removals: withChanges(removals, this.#removals), removalsForgottenAt };
    }
    const old = listOf(removals).filter(({ at }) => now - at >= REMOVAL_KEPT_MS);
    const changes = new Map<string, Removal | undefined>(old.map(({ id }) => [id, undefined]));
    this.#removals.forEach((removal, id) => changes.set(id, removal));
    return { removals: withChanges(removals, changes), removalsForgottenAt: now };
  }
}
