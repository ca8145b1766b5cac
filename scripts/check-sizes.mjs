// Weighs what is built and fails where it is heavier than bench/budgets.json lets it be: `guard` today, `max` the aim.
import { budgetOf, guardOf } from '../bench/harness/budgets.mjs';
import { weighDashboard, weighEntry, weighPage } from '../bench/harness/weights.mjs';

const SIZES = {
  'Z1-page': weighPage(),
  'Z2-main': await weighEntry('finesse-tunnel'),
  'Z2-protocol': await weighEntry('finesse-tunnel/protocol'),
  'Z3-dashboard': weighDashboard(),
};

for (const [id, bytes] of Object.entries(SIZES)) {
  const guard = guardOf(id);
  console.log(`${id}: ${bytes} bytes gzip, at most ${guard}; the aim is ${budgetOf(id)}`);
  if (bytes > guard) {
    console.error(
      `${id} is ${bytes - guard} bytes over. Make it lighter, or say in bench/budgets.json why not.`,
    );
    process.exitCode = 1;
  }
}
