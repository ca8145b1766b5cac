// On what a figure was measured.
import { cpus, loadavg, totalmem, type, release } from 'node:os';

/** One line about the machine and the programs that measure. */
export function machine(chromium) {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown processor'}`,
    `${memory} GiB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `Chromium ${chromium}, headless, no GPU`,
    `load before the run ${loadavg()[0].toFixed(1)}`,
  ].join(', ');
}
