// dist/bench/results.json: the last result of every stage that was measured.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { at } from '../../scripts/workspace.mjs';

/** Puts a stage's result beside the others. */
export function saveResult({ name, ...result }) {
  const file = at('dist/bench/results.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  mkdirSync(at('dist/bench'), { recursive: true });
  const stages = { ...known, [name]: { measuredAt: new Date().toISOString(), ...result } };
  writeFileSync(file, `${JSON.stringify(stages, null, 2)}\n`);
}
