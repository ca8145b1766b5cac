// npm run build [-- part …]: every package to dist/.
import { build, PARTS } from '../build-parts.mjs';

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in PARTS));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}"; the parts are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
const all = Object.keys(PARTS).filter((name) => PARTS[name].isOnDemand !== true);
try {
  await build(names.length > 0 ? names : all);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
