import { randomUUID } from 'node:crypto';

import { TcpRelay } from '../servers/tcp-relay';
import { expect, test } from './fixtures';

const node = (): string => `/finesse/api/Interop/${randomUUID()}`;
const numbers = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `<Update>${String(n)}</Update>`);

test('a connection that breaks in the middle of a burst loses nothing, and keeps the order', async ({
  server,
  startSandbox,
  openParent,
  supervisor,
}) => {
  const relay = await TcpRelay.to(server.place.tcpPort);
  const sandbox = await startSandbox({ tcpPort: relay.port });
  const parent = await openParent(sandbox);
  await parent.signIn(supervisor);
  const burst = node();
  await sandbox.publish(burst, '<Update>first</Update>');
  await expect.poll(async () => (await sandbox.status()).waiting).toBe(0);
  await parent.subscribe(burst);

  const payloads = numbers(400);
  for (const [at, payload] of payloads.entries()) {
    await sandbox.publish(burst, payload);
    if (at % 100 === 50) {
      relay.cut();
    }
  }

  await parent.hearsEvent(burst, payloads.at(-1) ?? '');
  // What had no answer when the connection broke comes again, at once and in order.
  expect([...new Set(parent.events(burst))]).toEqual(payloads);
  expect(await sandbox.status()).toMatchObject({ state: 'connected', lost: 0 });
  relay.close();
});

test('a server that stands still for a while is fed again, once each and in order', async ({
  server,
  startSandbox,
  openParent,
  supervisor,
}) => {
  const sandbox = await startSandbox();
  const parent = await openParent(sandbox);
  await parent.signIn(supervisor);
  const still = node();
  await sandbox.publish(still, '<Update>first</Update>');
  await expect.poll(async () => (await sandbox.status()).waiting).toBe(0);
  await parent.subscribe(still);

  server.freeze();
  const payloads = numbers(300);
  for (const payload of payloads) {
    await sandbox.publish(still, payload);
  }
  expect((await sandbox.status()).waiting).toBe(300);
  server.thaw();

  await parent.hearsEvent(still, payloads.at(-1) ?? '');
  expect(parent.events(still)).toEqual(payloads);
});

for (const { how, end } of [
  { how: 'is restarted', end: 'stop' },
  { how: 'was killed', end: 'kill' },
] as const) {
  test(`while a server ${how} notifications wait, and all leave once it is back`, async ({
    server,
    startSandbox,
    openParent,
    supervisor,
  }) => {
    const sandbox = await startSandbox();
    const parent = await openParent(sandbox);
    await parent.signIn(supervisor);
    const { published } = await sandbox.status();

    await server[end]();

    const away = node();
    for (const payload of numbers(100)) {
      await sandbox.publish(away, payload);
    }
    await expect.poll(async () => (await sandbox.status()).state).toBe('away');
    expect(await sandbox.status()).toMatchObject({ waiting: 100, lost: 0 });
    await server.start();
    await expect
      .poll(() => sandbox.status())
      .toMatchObject({ state: 'connected', waiting: 0, published: published + 100, refused: 0 });
    await parent.hears('4|disconnected');
    await parent.signInAgain();
    await parent.finds(/^9\|<presence><from>finesse@/);
    await parent.subscribe(away);
    await sandbox.publish(away, '<Update>after</Update>');
    await parent.hearsEvent(away, '<Update>after</Update>');
  });
}

test('a queue that is full says so, and goes on with what is newest', async ({
  server,
  startSandbox,
}) => {
  const sandbox = await startSandbox({ more: ['--notification-queue', '5'] });
  const { published } = await sandbox.status();
  await server.stop();

  for (const payload of numbers(20)) {
    await sandbox.publish('/finesse/api/Interop/full', payload);
  }

  expect(await sandbox.status()).toMatchObject({ state: 'overflowed', waiting: 5, lost: 15 });
  expect(sandbox.printed).toContain('5 notifications wait; from now on the oldest are lost.');
  await server.start();
  await expect
    .poll(() => sandbox.status())
    .toMatchObject({ state: 'connected', waiting: 0, published: published + 5, lost: 15 });
});
