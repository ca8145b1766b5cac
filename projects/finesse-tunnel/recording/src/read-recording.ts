import { readNotifications } from 'finesse-tunnel';
import type { Recording, RecordingEntry } from './recording';
import { RECORDING_FORMAT, RECORDING_VERSION } from './recording';
import { entryProblem, isRecordedLine, type RecordedLine } from './recorded-line';

/** What is wrong with a recording. */
export interface RecordingProblem {
  /** Stable. `cut-short` and `miscounted` are told of recordings that can be used all the same. */
  readonly code:
    | 'not-a-recording'
    | 'other-version'
    | 'no-json'
    | 'bad-entry'
    | 'time-goes-back'
    | 'too-large'
    | 'cut-short'
    | 'miscounted';
  /** Counted from 1. */
  readonly line: number;
  /** What exactly; for developers, in English. */
  readonly detail: string;
}

/** A recording, or why there is none. */
export type RecordingReading =
  | {
      readonly ok: true;
      readonly recording: Recording;
      /** It ends before its end, or lacks lines: what is there is in `recording`. */
      readonly damage?: RecordingProblem;
    }
  | { readonly ok: false; readonly problem: RecordingProblem };

/** Longer recordings are refused unread. The recorder writes shorter ones. */
export const LARGEST_RECORDING = 200_000_000;

/** How often others get a turn while a long recording is read. */
const TURN_MS = 50;

/** How to read. */
export interface ReadRecordingOptions {
  /** Told now and then how much is read, from 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Ends the reading; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a recording. Whatever the text is, it never throws but when it is aborted; one that breaks off is read as far
 * as it goes, and one that was changed by hand into something else is refused with the line.
 */
export async function readRecording(
  content: string,
  { progress, signal }: ReadRecordingOptions = {},
): Promise<RecordingReading> {
  if (content.length > LARGEST_RECORDING) {
    const detail = `It has ${String(content.length)} characters; ${String(LARGEST_RECORDING)} are read at most.`;
    return refusal('too-large', 1, detail);
  }
  const lines = content.split('\n').map((line) => line.replace(/\r$/, ''));
  const startedAt = readHeader(lines[0] ?? '');
  if (typeof startedAt !== 'number') {
    return { ok: false, problem: startedAt };
  }
  const reader = new LineReader(startedAt);
  let turnEndsAt = performance.now() + TURN_MS;
  for (let index = 1; index < lines.length && reader.isOpen; index++) {
    reader.read(lines[index] ?? '', index + 1, lines.slice(index + 1, index + 2).join('') === '');
    if (performance.now() > turnEndsAt) {
      progress?.(index / lines.length);
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      turnEndsAt = performance.now() + TURN_MS;
    }
  }
  progress?.(1);
  return reader.finish(lines.length);
}

/** Takes line after line. */
class LineReader {
  readonly #entries: RecordingEntry[] = [];
  readonly #startedAt: number;
  #at = 0;
  #problem: RecordingProblem | undefined;
  #damage: RecordingProblem | undefined;
  #isEnded = false;

  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  /** Whether there is more to read. */
  get isOpen(): boolean {
    return this.#problem === undefined && this.#damage === undefined && !this.#isEnded;
  }

  read(text: string, line: number, isLast: boolean): void {
    if (text.trim() === '') {
      return;
    }
    const value = parsed(text);
    if (value === undefined && isLast) {
      this.#damage = { code: 'cut-short', line, detail: 'The line breaks off.' };
      return;
    }
    if (value === undefined || !isRecordedLine(value)) {
      this.#problem = {
        code: value === undefined ? 'no-json' : 'bad-entry',
        line,
        detail: (value === undefined ? undefined : entryProblem(value)) ?? 'The line is no JSON.',
      };
    } else if (value.at < this.#at) {
      const found = `at is ${String(value.at)}, behind ${String(this.#at)}`;
      this.#problem = { code: 'time-goes-back', line, detail: found };
    } else {
      this.#take(value, line);
    }
  }

  finish(lines: number): RecordingReading {
    if (this.#problem !== undefined) {
      return { ok: false, problem: this.#problem };
    }
    const damage =
      this.#damage ??
      (this.#isEnded
        ? undefined
        : ({ code: 'cut-short', line: lines, detail: 'The end is missing.' } as const));
    const recording: Recording = {
      startedAt: this.#startedAt,
      entries: this.#entries,
      durationMs: this.#at,
    };
    return { ok: true, recording, ...(damage === undefined ? {} : { damage }) };
  }

  #take(entry: RecordedLine, line: number): void {
    this.#at = entry.at;
    if (entry.kind === 'end') {
      this.#isEnded = true;
      if (entry.entries !== this.#entries.length) {
        const detail = `It says ${String(entry.entries)} entries and has ${String(this.#entries.length)}.`;
        this.#damage = { code: 'miscounted', line, detail };
      }
    } else if (entry.kind === 'event') {
      this.#takeEvent(entry, line);
    } else {
      this.#entries.push(entry);
    }
  }

  #takeEvent({ at, node, xml }: Extract<RecordedLine, { kind: 'event' }>, line: number): void {
    const { notifications, diagnostics } = readNotifications({ node, xml }, this.#startedAt + at);
    const broken = diagnostics.find(({ code }) => BROKEN.has(code));
    if (broken === undefined) {
      this.#entries.push({ at, kind: 'event', node, notifications });
    } else {
      this.#problem = { code: 'bad-entry', line, detail: broken.message };
    }
  }
}

const BROKEN: ReadonlySet<string> = new Set([
  'malformed-xml',
  'forbidden-doctype',
  'xml-too-deep',
  'xml-too-large',
]);

function readHeader(line: string): number | RecordingProblem {
  const header = parsed(line.replace(/^\uFEFF/, ''));
  const told = new Map<string, unknown>(
    typeof header === 'object' && header !== null ? Object.entries(header) : [],
  );
  const startedAt = told.get('startedAt');
  if (told.get('format') !== RECORDING_FORMAT) {
    const detail = `The first line of a recording says "format":"${RECORDING_FORMAT}".`;
    return { code: 'not-a-recording', line: 1, detail };
  }
  if (told.get('version') !== RECORDING_VERSION) {
    const detail = `It is of version ${JSON.stringify(told.get('version'))}; version ${String(RECORDING_VERSION)} is read.`;
    return { code: 'other-version', line: 1, detail };
  }
  return typeof startedAt === 'number' && Number.isFinite(startedAt)
    ? startedAt
    : { code: 'bad-entry', line: 1, detail: 'startedAt must be a number' };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function refusal(code: RecordingProblem['code'], line: number, detail: string): RecordingReading {
  return { ok: false, problem: { code, line, detail } };
}
