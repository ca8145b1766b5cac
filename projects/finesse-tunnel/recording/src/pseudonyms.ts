/** Gives a whole number from 0 up to a limit. */
export type RandomNumber = (limit: number) => number;

/** What is replaced. Each has pseudonyms of its own. */
export type PersonalKind = 'login' | 'number' | 'device' | 'host' | 'text';

const FORMS: Readonly<Record<PersonalKind, (number: number) => string>> = {
  login: (number) => `agent${String(number)}`,
  number: (number) => `5550${String(number).padStart(6, '0')}`,
  device: (number) => `DEV${String(number).padStart(6, '0')}`,
  host: (number) => `host-${String(number)}.example`,
  text: (number) => `text-${String(number)}`,
};

const SPACE: Readonly<Record<PersonalKind, number>> = {
  login: 10_000,
  number: 1_000_000,
  device: 1_000_000,
  host: 1_000,
  text: 1_000_000,
};

/**
 * Puts the same made-up value in the place of the same value, as long as it lives. Which belongs to which is chosen at
 * random and kept in memory alone, so that neither order nor value of the pseudonyms says anything.
 */
export class Pseudonyms {
  readonly #byValue = new Map<string, number>();
  readonly #taken = new Set<string>();
  readonly #random: RandomNumber;

  constructor(random: RandomNumber = secureRandom) {
    this.#random = random;
  }

  /** The pseudonym of a value; an empty one stays empty. */
  of(kind: PersonalKind, value: string): string {
    return value === '' ? '' : FORMS[kind](this.#numberOf(kind, value));
  }

  /** First and last name of whoever has this login, so that names and logins go together. */
  nameOf(login: string): { readonly first: string; readonly last: string } {
    return { first: 'Agent', last: String(this.#numberOf('login', login)) };
  }

  #numberOf(kind: PersonalKind, value: string): number {
    const key = `${kind} ${value}`;
    const known = this.#byValue.get(key);
    if (known !== undefined) {
      return known;
    }
    // Ten times as many as there are needed, so that a free one is found soon.
    const space = Math.max(SPACE[kind], this.#taken.size * 10);
    let number = this.#random(space);
    while (this.#taken.has(`${kind} ${String(number)}`)) {
      number = (number + 1) % space;
    }
    this.#taken.add(`${kind} ${String(number)}`);
    this.#byValue.set(key, number);
    return number;
  }
}

function secureRandom(limit: number): number {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return random % limit;
}
