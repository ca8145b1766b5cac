// npm run verify: what `npm test` does, plus format, API reports, package checks, proofs named in the documents, texts kept by fuzzing, the site of documents and compiled examples.
import { runTask } from '../run-task.mjs';

await runTask([
  'format',
  'claims',
  'fuzz',
  'lint',
  'types',
  'e2eTypes',
  'interopTypes',
  'sandbox',
  'library',
  'page',
  'dashboard',
  'builds',
  'sizes',
  'schematics',
  'translations',
  'api',
  'packages',
  'examples',
  'diagram',
  'docs',
  'e2e',
  'firefox',
]);
