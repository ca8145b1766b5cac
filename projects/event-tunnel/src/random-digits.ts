/**
 * Digits that nobody can guess, for ids and nonces: up to ten, out of 32 random bits, for each of `words`.
 *
 * `crypto.randomUUID` would do, but exists in secure contexts only; a page on plain HTTP works, too.
 */
export function randomDigits(words: number): string {
  return crypto.getRandomValues(new Uint32Array(words)).join('');
}
