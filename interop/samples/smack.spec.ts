import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, sampleFolder, test } from './sample-fixtures';

const AGENT = '1001001';

test('NotificationServiceClientSample (Smack, Java) signs in and hears of its agent', async ({
  startSandbox,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'finesse-samples-'));
  const source = sampleFolder('NotificationServiceClientSample');
  const sandbox = await startSandbox();
  // Its placeholders are to be filled in; the port is its own otherwise, and may be taken here.
  const text = (await readFile(join(source, 'SampleXMPPClient.java'), 'utf8'))
    .replace('"USERNAME"', `"${AGENT}"`)
    .replace('"PASSWORD"', '"cisco"')
    .replace('"RESOURCE"', '"sample"')
    .replace('"HOSTNAME"', '"localhost"')
    .replace('5222', String(sandbox.xmppPort));
  await writeFile(join(folder, 'SampleXMPPClient.java'), text);
  for (const jar of ['smack-3.4.1.jar', 'smackx-3.4.1.jar']) {
    await copyFile(join(source, jar), join(folder, jar));
  }
  const classes = 'smack-3.4.1.jar:smackx-3.4.1.jar:.';
  await promisify(execFile)('javac', ['-cp', classes, 'SampleXMPPClient.java'], { cwd: folder });
  const child = spawn('java', ['-cp', classes, 'SampleXMPPClient'], { cwd: folder });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => (output += more));
  }
  try {
    await expect.poll(() => output).toContain('Waiting for event');
    await sandbox.setState(AGENT, 'READY');
    await expect.poll(() => output).toMatch(/READY/);
  } finally {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  }
});
