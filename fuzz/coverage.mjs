// How much of one script ran, as V8 counts it.
import { Session } from 'node:inspector';

/** How much of the script at `url` has run since the start, in characters of its text. */
export class Coverage {
  #session = new Session();
  #seen = new Uint8Array(0);
  #url;
  size = 0;

  constructor(url) {
    this.#url = url;
    this.#session.connect();
    this.#post('Profiler.enable');
    this.#post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Forgets what ran since the last look, without learning from it. */
  skip() {
    this.#functions();
  }

  /** Whether something ran since the last look that never ran before. With `keep`, it is known from now on. */
  hasNews({ keep }) {
    const functions = this.#functions();
    const ran = charactersOf(functions);
    let fresh = 0;
    this.#grow(ran.length);
    for (let i = 0; i < ran.length; i++) {
      if (ran[i] === 1 && this.#seen[i] === 0) {
        fresh++;
        this.#seen[i] = keep ? 1 : 0;
      }
    }
    this.size += keep ? fresh : 0;
    return fresh > 0;
  }

  #grow(length) {
    if (length > this.#seen.length) {
      const longer = new Uint8Array(length);
      longer.set(this.#seen);
      this.#seen = longer;
    }
  }

  #functions() {
    const { result } = this.#post('Profiler.takePreciseCoverage');
    return result.find(({ url }) => url === this.#url)?.functions ?? [];
  }

  /** A session within its own thread answers before `post` returns. */
  #post(method, parameters) {
    let answer;
    this.#session.post(method, parameters, (error, result) => {
      if (error !== null) {
        throw error;
      }
      answer = result;
    });
    return answer;
  }
}

/** 1 for each character that ran. What lies within a function or a range comes after it, and knows better. */
function charactersOf(functions) {
  const ran = new Uint8Array(Math.max(0, ...functions.map(({ ranges }) => ranges[0].endOffset)));
  for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges)) {
    ran.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  }
  return ran;
}
