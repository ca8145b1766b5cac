// New texts out of old ones.
const LONGEST = 4096;
const CHARACTERS = [
  '\0',
  '\t',
  '\n',
  ' ',
  '"',
  "'",
  '&',
  ';',
  '\u00a0',
  '\u202e',
  '\ud83d\ude00',
  '\ud800',
  '\ufffe',
  '0',
  'a',
];

/** A generator of whole numbers below a limit; the same seed, the same numbers (mulberry32). */
export function randomBelow(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** One to four changes to a text: something cut, doubled, put in, moved, or taken from another text of the corpus. */
export function mutate(text, { corpus, words, below }) {
  const changes = [
    (t) => cut(t, below),
    (t) => insert(t, slice(t, below), below),
    (t) => insert(t, pick(words, below), below),
    (t) => insert(t, pick(CHARACTERS, below), below),
    (t) => insert(cut(t, below), pick(words, below), below),
    (t) => insert(t, slice(pick(corpus, below), below), below),
    (t) => t.slice(0, below(t.length + 1)) + tail(pick(corpus, below), below),
  ];
  let changed = text;
  for (let left = 1 + below(4); left > 0; left--) {
    changed = pick(changes, below)(changed);
  }
  return changed.slice(0, LONGEST);
}

function pick(list, below) {
  return list[below(list.length)];
}

function cut(text, below) {
  const from = below(text.length + 1);
  return text.slice(0, from) + text.slice(from + 1 + below(16));
}

function insert(text, piece, below) {
  const at = below(text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

function slice(text, below) {
  const from = below(text.length + 1);
  return text.slice(from, from + 1 + below(64));
}

function tail(text, below) {
  return text.slice(below(text.length + 1));
}
