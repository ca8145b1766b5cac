/** What is to be done about a node for whoever asked. */
export type UnionStep =
  /** Say it to the page; its answer comes. */
  | 'ask'
  /** The page was asked already; its answer comes. */
  | 'wait'
  /** Answer at once: it is as wished. */
  | 'done'
  /** Answer at once: too much is subscribed. */
  | 'full';

interface Wish {
  state: 'asked' | 'standing' | 'ending';
  /** When it came to this state. */
  since: number;
  /** Who wants the node. */
  readonly by: Set<string>;
  /** Who is owed an answer. */
  readonly owed: Set<string>;
}

/** A contact centre of 2000 agents needs some 4000; what is beyond is refused rather than kept. */
const MAX_NODES = 10_000;

/** As long as the library waits for an answer by default; then the page will not give one. */
const ANSWER_MS = 10_000;

/**
 * Which nodes any of several tabs wants: the page is asked by the first and told to stop by the last, once each.
 *
 * A node that is on its way out is asked for again only when it is out: pages tell answers apart by node alone.
 */
export class SubscriptionUnion {
  readonly #wishes = new Map<string, Wish>();

  /** What anybody wants. */
  nodes(): readonly string[] {
    return [...this.#wishes].filter(([, { by }]) => by.size > 0).map(([node]) => node);
  }

  /** Somebody wants a node. */
  add(node: string, who: string, now: number): UnionStep {
    const wish = this.#wishes.get(node);
    if (wish === undefined) {
      if (this.#wishes.size >= MAX_NODES) {
        return 'full';
      }
      const by = new Set([who]);
      this.#wishes.set(node, { state: 'asked', since: now, by, owed: new Set(by) });
      return 'ask';
    }
    wish.by.add(who);
    if (wish.state === 'standing') {
      return 'done';
    }
    wish.owed.add(who);
    if (wish.state === 'ending' && now - wish.since >= ANSWER_MS) {
      move(wish, 'asked', now);
      return 'ask';
    }
    return 'wait';
  }

  /** Somebody wants it no more. */
  remove(node: string, who: string, now: number): UnionStep {
    const wish = this.#wishes.get(node);
    if (wish?.by.delete(who) !== true) {
      return 'done';
    }
    wish.owed.delete(who);
    if (wish.by.size > 0 || wish.state === 'ending') {
      return 'done';
    }
    move(wish, 'ending', now);
    wish.owed.add(who);
    return 'ask';
  }

  /** A tab is gone. Gives the nodes that nobody wants now: the page is to be told. */
  removeAll(who: string, now: number): readonly string[] {
    return [...this.#wishes.keys()].filter((node) => {
      const isEnding = this.remove(node, who, now) === 'ask';
      this.#wishes.get(node)?.owed.delete(who);
      return isEnding;
    });
  }

  /** The page answered a SUBSCRIBE. Gives those who wait for it. */
  subscribed(node: string, isGranted: boolean, now: number): readonly string[] {
    const wish = this.#wishes.get(node);
    if (wish === undefined || wish.state === 'ending') {
      return [];
    }
    const owed = takeAll(wish.owed);
    if (isGranted) {
      move(wish, 'standing', now);
    } else {
      this.#wishes.delete(node);
    }
    return owed;
  }

  /** The page answered an UNSUBSCRIBE. Gives those who left, and whether the node is to be asked for again. */
  unsubscribed(
    node: string,
    now: number,
  ): { readonly left: readonly string[]; readonly isWanted: boolean } {
    const wish = this.#wishes.get(node);
    if (wish?.state !== 'ending') {
      return { left: [], isWanted: false };
    }
    const left = [...wish.owed].filter((who) => !wish.by.has(who));
    left.forEach((who) => wish.owed.delete(who));
    const isWanted = wish.by.size > 0;
    if (isWanted) {
      move(wish, 'asked', now);
    } else {
      this.#wishes.delete(node);
    }
    return { left, isWanted };
  }

  /** The session is another one: nothing stands, and everybody asks again. */
  reset(): void {
    this.#wishes.clear();
  }
}

function move(wish: Wish, state: Wish['state'], now: number): void {
  wish.state = state;
  wish.since = now;
}

function takeAll(from: Set<string>): readonly string[] {
  const all = [...from];
  from.clear();
  return all;
}
