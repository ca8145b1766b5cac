import { type Collection, EMPTY_COLLECTION, entityOf, listOf } from './collection';
import type { Told } from './told';
import { withChanges } from './with-changes';

/**
 * What the state notes of a resource for itself. Clocks are set back and ahead, so what came first is told by
 * revisions and not by times.
 */
export interface Noted {
  /**
   * For each of `nodes`, in their order, the revision that first held what it told last; for a snapshot the one at
   * which its request left.
   */
  readonly revisions: readonly number[];
}

/** A resource with a key that the state can hold. */
export type Stored = Told & Noted & { readonly id: string };

/** What one node took back, so that what it said before does not bring it back. */
export interface Removal {
  /** See {@link EntityDraft.removal}. */
  readonly id: string;
  /** The revision from which it was gone. */
  readonly revision: number;
  /** Its last change on the server's clock, if the server said. */
  readonly changedAt?: number;
}

/** Resources by id in the order in which they were first told, and those that left not long ago. */
export interface StoredEntities<T extends Stored> extends Collection<T> {
  readonly removals: Collection<Removal>;
  /** The revision at which old removals were last forgotten. */
  readonly removalsForgottenIn: number;
}

/**
 * For how many revisions a removal is remembered at least. There is one a frame at most, so these are 80 s of a busy
 * contact centre, longer than any request takes, and in a quiet one as many changes.
 */
export const REMOVAL_KEPT = 5_000;
/** So many revisions later old removals go, all at once, so that this costs no more the more of them there are. */
const FORGOTTEN_EVERY = 1_000;

/** The empty collection, the same for all resources. */
export const NO_ENTITIES: StoredEntities<never> = {
  ...EMPTY_COLLECTION,
  removals: EMPTY_COLLECTION,
  removalsForgottenIn: 0,
};

/**
 * Collects what a batch changes, and copies the collection once.
 *
 * Reading sees the changes of the same batch, so that order is kept; nothing is copied when nothing changed.
 */
export class EntityDraft<T extends Stored> {
  readonly #before: StoredEntities<T>;
  readonly #changeOf: (entity: T) => number | undefined;
  readonly #changed = new Map<string, T | undefined>();
  readonly #removals = new Map<string, Removal>();

  /** @param changeOf - When a resource last changed, on the server's clock. */
  constructor(before: StoredEntities<T>, changeOf: (entity: T) => number | undefined) {
    this.#before = before;
    this.#changeOf = changeOf;
  }

  get(id: string): T | undefined {
    return (
      this.#changed.get(id) ?? (this.#changed.has(id) ? undefined : entityOf(this.#before, id))
    );
  }

  /** When that node took it back, unless the node told of it again. */
  removal(id: string, node: string): Removal | undefined {
    return this.get(id)?.nodes.includes(node) === true ? undefined : this.lastRemoval(id, node);
  }

  /** When that node last took it back, whatever it told since. */
  lastRemoval(id: string, node: string): Removal | undefined {
    const key = removalKey(id, node);
    return this.#removals.get(key) ?? entityOf(this.#before.removals, key);
  }

  set(entity: T): void {
    this.#changed.set(entity.id, entity);
  }

  /** Takes one node's word for it back and remembers that; it goes with its last node. */
  takeBack(id: string, { node, revision, changedAt }: TakenBack): void {
    const key = removalKey(id, node);
    const known = this.get(id);
    const last = changedAt ?? (known === undefined ? undefined : this.#changeOf(known));
    this.#removals.set(key, { id: key, revision, ...(last !== undefined && { changedAt: last }) });
    this.leave(id, node);
  }

  /** Takes one node's word for it away, as if that node had never told of it. */
  leave(id: string, node: string): void {
    const known = this.get(id);
    const place = known?.nodes.indexOf(node) ?? -1;
    if (known === undefined || place === -1) {
      return;
    }
    const isOther = (_: unknown, index: number): boolean => index !== place;
    if (known.nodes.length === 1) {
      this.#changed.set(id, undefined);
    } else {
      const [nodes, revisions] = [known.nodes.filter(isOther), known.revisions.filter(isOther)];
      this.set({ ...known, nodes, revisions });
    }
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

  /** The collection after the batch, of which `revision` is the number. */
  finish(revision: number): StoredEntities<T> {
    const { removals, removalsForgottenIn } = this.#before;
    if (this.#changed.size === 0 && this.#removals.size === 0) {
      return this.#before;
    }
    const isDue = revision - removalsForgottenIn >= FORGOTTEN_EVERY;
    return {
      ...withChanges(this.#before, this.#changed),
      removals: withChanges(removals, isDue ? this.#withoutOld(revision) : this.#removals),
      removalsForgottenIn: isDue ? revision : removalsForgottenIn,
    };
  }

  #withoutOld(now: number): ReadonlyMap<string, Removal | undefined> {
    const old = listOf(this.#before.removals).filter(
      ({ revision }) => revision < now - REMOVAL_KEPT,
    );
    return new Map([
      ...old.map(({ id }): [string, undefined] => [id, undefined]),
      ...this.#removals,
    ]);
  }
}

/** Who took something back, when, and the last change that was known of it. */
export interface TakenBack {
  readonly node: string;
  readonly revision: number;
  readonly changedAt?: number | undefined;
}

function removalKey(id: string, node: string): string {
  return `${id} ${node}`;
}
