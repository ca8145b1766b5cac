import { Writable } from 'node:stream';

import { pino, type Logger } from 'pino';

const STDERR = 2;

/** The sandbox's log: to stderr, because stdout belongs to the ready line. */
export function createLog(json: boolean): Logger {
  return json
    ? pino(pino.destination({ dest: STDERR, sync: true }))
    : pino(
        { base: null },
        lines((line) => process.stderr.write(line)),
      );
}

/** For tests and for whoever embeds the sandbox: nothing is written. */
export function silentLog(): Logger {
  return pino({ enabled: false });
}

/** Rewrites pino's JSON as lines for a person: time, level, message, and what else there is. */
function lines(write: (line: string) => void): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString('utf8').split('\n')) {
        if (line !== '') {
          write(`${readable(line)}\n`);
        }
      }
      done();
    },
  });
}

function readable(line: string): string {
  const entry: unknown = JSON.parse(line);
  if (typeof entry !== 'object' || entry === null) {
    return line;
  }
  const { level, time, msg, ...rest } = { level: 30, time: 0, msg: '', ...entry };
  const more = Object.keys(rest).length === 0 ? '' : ` ${JSON.stringify(rest)}`;
  const word = pino.levels.labels[level] ?? 'info';
  return `${new Date(time).toISOString().slice(11, 19)} ${word} ${msg}${more}`;
}
