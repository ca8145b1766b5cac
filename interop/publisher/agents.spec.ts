import { randomUUID } from 'node:crypto';

import { AGENTS, expect, test } from './fixtures';

const [AGENT] = AGENTS;
const TEAM = '/finesse/api/Team/31/Users';

test('a supervisor sees an agent change state, through a server that somebody else wrote', async ({
  startSandbox,
  openParent,
  supervisor,
}) => {
  const sandbox = await startSandbox();
  const parent = await openParent(sandbox);
  await parent.signIn(supervisor);
  await parent.finds(/^9\|<presence><from>finesse@/);
  await parent.subscribe(TEAM);

  await sandbox.setState(AGENT, 'READY');

  const event = await parent.finds(/^0\|.*<state>READY<\/state>/s);
  expect(event).toContain(`<loginId>${AGENT}</loginId>`);
  expect(await sandbox.status()).toMatchObject({ state: 'connected', lost: 0, refused: 0 });
});

test('who may not read a team is refused by the server itself', async ({
  startSandbox,
  openParent,
  supervisor,
}) => {
  const sandbox = await startSandbox();
  const parent = await openParent(sandbox);
  await parent.signIn({ ...supervisor, agent: AGENT });

  await parent.post(`7|${TEAM}`);

  expect(await parent.finds(/^7\|/)).toMatch(/<ErrorType>(forbidden|not-allowed)<\/ErrorType>/);
  await parent.subscribe(`/finesse/api/User/${AGENT}`);
});

test('the publisher hears which agents are there, and leaves them alone from then on', async ({
  startSandbox,
  openParent,
  supervisor,
}) => {
  const sandbox = await startSandbox();
  const parent = await openParent(sandbox);

  await parent.signIn({ ...supervisor, agent: AGENT });

  await expect.poll(async () => (await sandbox.status()).agentsPresent).toEqual([AGENT]);
  await parent.post('11|');
  await expect.poll(async () => (await sandbox.status()).agentsPresent).toEqual([]);
});

test('its presence goes when the service is away, and comes back', async ({
  startSandbox,
  openParent,
  supervisor,
}) => {
  const sandbox = await startSandbox();
  const parent = await openParent(sandbox);
  await parent.signIn(supervisor);
  await parent.finds(/^9\|<presence><from>finesse@/);

  await sandbox.fault({ kind: 'service-away', seconds: 1 });

  await parent.finds(/^9\|<presence><from>finesse@.*<type>unavailable<\/type>/);
  await parent.finds(/^9\|<presence><from>finesse@((?!unavailable).)*$/);
});

test('notifications are lost, doubled and swapped on request, and what cannot be had is refused', async ({
  startSandbox,
  openParent,
  supervisor,
}) => {
  const node = `/finesse/api/Interop/${randomUUID()}`;
  const sandbox = await startSandbox();
  const parent = await openParent(sandbox);
  await parent.signIn(supervisor);
  await sandbox.publish(node, '<Update>0</Update>');
  await expect.poll(async () => (await sandbox.status()).waiting).toBe(0);
  await parent.subscribe(node);

  for (const [kind, payloads] of [
    ['lose', ['1']],
    ['duplicate', ['2']],
    ['reorder', ['3', '4']],
  ] as const) {
    const fault = await sandbox.fault({ kind });
    const { id } = (await fault.json()) as { readonly id: string };
    for (const payload of payloads) {
      await sandbox.publish(node, payload);
    }
    await sandbox.endFault(id);
  }
  await sandbox.publish(node, '5');

  await parent.hearsEvent(node, '5');
  expect(parent.events(node)).toEqual(['2', '2', '4', '3', '5']);
  for (const fault of [
    { kind: 'conflict' },
    { kind: 'unauthorized' },
    { kind: 'malformed', target: 'stanza' },
  ]) {
    const refusal = await sandbox.fault(fault);
    expect(refusal.status).toBe(400);
    expect(await refusal.text()).toContain('runs elsewhere');
  }
});
