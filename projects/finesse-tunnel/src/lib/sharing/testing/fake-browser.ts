import type { TabChannel, TabLocks } from '../tab-tools';

interface LockRequest {
  readonly tab: FakeTab;
  readonly name: string;
  readonly grant: () => void;
  readonly reject: () => void;
}

type Granted<T> = (lock: Lock | null) => T;

/** Locks and channels of one origin, as several tabs see them; a tab can be frozen and can crash. */
export class FakeBrowser {
  /** Everything that was posted, by whomever. */
  readonly posted: unknown[] = [];
  readonly #tabs: FakeTab[] = [];
  readonly #held = new Map<string, LockRequest>();
  #queue: readonly LockRequest[] = [];

  open(): FakeTab {
    const tab = new FakeTab(this);
    this.#tabs.push(tab);
    return tab;
  }

  /** Says something to all tabs that listen on the channel, but for the one that says it. */
  post(name: string, data: unknown, from?: FakeTab): void {
    const copy: unknown = structuredClone(data);
    this.posted.push(copy);
    this.#tabs
      .filter((tab) => tab !== from)
      .forEach((tab) => {
        tab.deliver(name, copy);
      });
  }

  request(asked: LockRequest, { ifAvailable, steal, signal }: LockOptions): 'busy' | undefined {
    const holder = this.#held.get(asked.name);
    if (holder === undefined || steal === true) {
      this.#held.set(asked.name, asked);
      holder?.reject();
      asked.grant();
      return undefined;
    }
    if (ifAvailable === true) {
      return 'busy';
    }
    this.#queue = [...this.#queue, asked];
    signal?.addEventListener('abort', () => {
      this.#queue = this.#queue.filter((waiting) => waiting !== asked);
      asked.reject();
    });
    return undefined;
  }

  free(asked: LockRequest): void {
    if (this.#held.get(asked.name) === asked) {
      this.#held.delete(asked.name);
      const next = this.#queue.find(({ name }) => name === asked.name);
      this.#queue = this.#queue.filter((waiting) => waiting !== next);
      if (next !== undefined) {
        this.#held.set(next.name, next);
        next.grant();
      }
    }
  }

  /** What a tab had and asked for, when it is gone. */
  freeAll(tab: FakeTab): void {
    this.#queue = this.#queue.filter((waiting) => waiting.tab !== tab);
    [...this.#held.values()]
      .filter((held) => held.tab === tab)
      .forEach((held) => {
        this.free(held);
      });
  }
}

/** What one tab has of a {@link FakeBrowser}. */
export class FakeTab {
  #channels: (TabChannel & { readonly name: string })[] = [];
  /** What waits for the tab to be thawed; `undefined` while it is awake. */
  #later: (() => void)[] | undefined;
  #isGone = false;

  constructor(private readonly browser: FakeBrowser) {}

  readonly openChannel = (name: string): TabChannel => {
    const channel: TabChannel & { readonly name: string } = {
      name,
      onmessage: null,
      postMessage: (message) => {
        if (!this.#isGone) {
          this.browser.post(name, message, this);
        }
      },
      close: () => (this.#channels = this.#channels.filter((other) => other !== channel)),
    };
    this.#channels.push(channel);
    return channel;
  };

  readonly locks: TabLocks = {
    request: <T>(
      name: string,
      second: LockOptions | Granted<T>,
      third?: Granted<T>,
    ): Promise<Awaited<T>> => {
      const options = typeof second === 'function' ? {} : second;
      const granted = typeof second === 'function' ? second : third;
      return new Promise((resolve, reject) => {
        const asked: LockRequest = {
          tab: this,
          name,
          grant: () => {
            void Promise.resolve()
              .then(() => granted?.({ name, mode: 'exclusive' }))
              .then((value) => {
                this.browser.free(asked);
                resolve(value as Awaited<T>);
              });
          },
          reject: () => {
            this.do(() => {
              reject(new DOMException('', 'AbortError'));
            });
          },
        };
        if (this.browser.request(asked, options) === 'busy') {
          resolve(Promise.resolve(granted?.(null)) as Promise<Awaited<T>>);
        }
      });
    },
  };

  /** Nothing of it runs until it is thawed. Timers of a test go on: see {@link FakeTab.isAwake}. */
  freeze(): void {
    this.#later = [];
  }

  thaw(): void {
    const waiting = this.#later ?? [];
    this.#later = undefined;
    waiting.forEach((run) => {
      run();
    });
  }

  /** Gone without a word. */
  crash(): void {
    this.#isGone = true;
    this.#channels = [];
    this.browser.freeAll(this);
  }

  /** Messages arrive a moment later, as real ones do. */
  deliver(name: string, data: unknown): void {
    void Promise.resolve().then(() => {
      this.do(() => {
        for (const channel of this.#channels.filter((open) => open.name === name)) {
          channel.onmessage?.(new MessageEvent('message', { data }));
        }
      });
    });
  }

  do(run: () => void): void {
    if (this.#later === undefined) {
      run();
    } else {
      this.#later.push(run);
    }
  }
}
