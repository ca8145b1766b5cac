// npm test: lint, unit tests, builds, end-to-end tests. The last line reads "N passed, M failed".
import { runTask } from '../run-task.mjs';

await runTask([
  'lint',
  'types',
  'e2eTypes',
  'interopTypes',
  'sandbox',
  'library',
  'page',
  'dashboard',
  'builds',
  'schematics',
  'translations',
  'e2e',
]);
