import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A wrong option: the message names it, its value and the remedy, in one line. */
export class OptionError extends Error {}

/** Option names with what they take. */
export type OptionNames = NonNullable<ParseArgsConfig['options']>;

/** The options as they were typed, read one by one; each reader refuses what does not fit. */
export class CommandLine {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(args: readonly string[], names: OptionNames) {
    this.values = parse(args, names);
  }

  has(name: string): boolean {
    return this.values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.values[name];
    if (value === '') {
      throw new OptionError(`--${name}: the value is empty; give one, or leave the option out.`);
    }
    return typeof value === 'string' ? value : undefined;
  }

  texts(name: string): string[] | undefined {
    const value = this.values[name];
    return Array.isArray(value) ? value.map(String) : undefined;
  }

  /** An integer in decimal digits. */
  integer(name: string, range: readonly [number, number], otherwise: number): number {
    const text = this.text(name);
    const value = text === undefined ? otherwise : /^\d{1,15}$/.test(text) ? Number(text) : NaN;
    const [least, most] = range;
    if (!(value >= least && value <= most)) {
      throw new OptionError(
        `--${name} ${text ?? ''}: give a whole number from ${least.toString()} to ${most.toString()}.`,
      );
    }
    return value;
  }

  /** A number, fractions allowed. */
  decimal(name: string, range: readonly [number, number], otherwise: number): number {
    const text = this.text(name);
    const value =
      text === undefined ? otherwise : /^\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : NaN;
    const [least, most] = range;
    if (!(value >= least && value <= most)) {
      throw new OptionError(
        `--${name} ${text ?? ''}: give a number from ${least.toString()} to ${most.toString()}.`,
      );
    }
    return value;
  }

  port(name: string, otherwise: number): number {
    return this.integer(name, [0, 65535], otherwise);
  }

  directory(name: string): string | undefined {
    const path = this.text(name);
    if (path !== undefined && !(existsSync(path) && statSync(path).isDirectory())) {
      throw new OptionError(
        `--${name} ${path}: there is no such directory; build it, or correct the path.`,
      );
    }
    return path === undefined ? undefined : resolve(path);
  }

  file(name: string): string | undefined {
    const path = this.text(name);
    if (path !== undefined && !(existsSync(path) && statSync(path).isFile())) {
      throw new OptionError(`--${name} ${path}: there is no such file; correct the path.`);
    }
    return path;
  }
}

function parse(args: readonly string[], names: OptionNames): Readonly<Record<string, unknown>> {
  try {
    return parseArgs({ args: [...args], options: names, strict: true, allowPositionals: false })
      .values;
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The options cannot be read.';
    // Node's own text runs on with advice about positional arguments.
    const firstSentence = message.split(/\.\s|\n/)[0] ?? message;
    throw new OptionError(`${firstSentence}; see --help for the options there are.`);
  }
}
