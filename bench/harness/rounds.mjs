// Rounds in which every alternative has its turn, in another order each time.

/**
 * Measures each alternative once a round.
 *
 * @param alternatives - Name to a function that measures once: a number, or several by name.
 * @returns Name to one sample a round, in the order of the rounds.
 */
export async function interleave(alternatives, { rounds, log }) {
  const names = Object.keys(alternatives);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    log(`round ${round} of ${rounds}`);
    for (const name of shuffled(names)) {
      samples[name].push(await alternatives[name]());
    }
  }
  return samples;
}

/** Samples that hold several numbers, taken apart: one name's numbers only. */
export function pick(samples, measure) {
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [name, values.map((value) => value[measure])]),
  );
}

function shuffled(names) {
  const result = [...names];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}
