// The loop: texts that reach code not reached before are kept, and changed further.
import { mutate, randomBelow } from './mutation.mjs';

const BATCH = 256;

/** A text that breaks the promise of a target. */
export class Finding extends Error {
  constructor(text, cause) {
    super(`broken by ${JSON.stringify(text)}: ${cause ?? 'the check said false'}`, { cause });
    this.text = text;
  }
}

/** Runs one text through a check. Throws a {@link Finding} if the promise is broken. */
export function tryText(check, text) {
  let isKept;
  try {
    isKept = check(text);
  } catch (error) {
    throw new Finding(text, error);
  }
  if (!isKept) {
    throw new Finding(text);
  }
}

/**
 * Fuzzes one target until the time is over.
 *
 * @param target - `check`, `words`, and `seeds`, which the kept corpus is part of.
 * @returns How many texts were tried, and those beyond the seeds that reached something new.
 */
export function fuzz(target, { coverage, seed, milliseconds }) {
  const below = randomBelow(seed);
  const corpus = target.seeds.length > 0 ? [...target.seeds] : [''];
  const found = [];
  let executions = 0;
  const attempt = (texts) => {
    texts.forEach((text) => tryText(target.check, text));
    executions += texts.length;
  };
  const explore = (texts) => {
    attempt(texts);
    if (
      texts.length === 1 ? !coverage.hasNews({ keep: true }) : !coverage.hasNews({ keep: false })
    ) {
      return;
    }
    if (texts.length === 1) {
      found.push(texts[0]);
      corpus.push(texts[0]);
      return;
    }
    const half = texts.length >> 1;
    explore(texts.slice(0, half));
    explore(texts.slice(half));
  };
  coverage.skip();
  attempt(corpus);
  coverage.hasNews({ keep: true });
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    const parents = Array.from({ length: BATCH }, () => corpus[below(corpus.length)]);
    explore(parents.map((text) => mutate(text, { corpus, words: target.words, below })));
  }
  return { executions, found };
}
