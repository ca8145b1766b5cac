import { expect, test } from './fixtures';

test('signs in with the best mechanism that is offered', async ({
  parent,
  server,
  introduction,
}) => {
  await parent.signIn(introduction);

  expect(usedMechanisms(parent.sent)).toEqual([server.bestMechanism]);
});

test('signs in by PLAIN where nothing else is offered', async ({
  parent,
  server,
  introduction,
}) => {
  await server.stop();
  await server.start({ isPlainOnly: true });
  try {
    await parent.signIn(introduction);

    expect(usedMechanisms(parent.sent)).toEqual(['PLAIN']);
  } finally {
    await server.stop();
    await server.start();
  }
});

test('a wrong password is told, and the right one works afterwards', async ({
  parent,
  introduction,
}) => {
  await parent.introduce({ ...introduction, password: 'wrong' });

  await parent.hears('4|unauthorized');
  expect(parent.heard).toEqual(['4|loaded', `3|${introduction.resource}`, '4|unauthorized']);
  await parent.signInAgain();
});

test('tells the resource, connected and the presence that proved it, in that order', async ({
  parent,
  introduction,
}) => {
  await parent.signIn(introduction);
  const publisher = await parent.finds(/^9\|<presence><from>finesse@/);

  expect(publisher).toMatch(/<type\/>|<type><\/type>/);
  const [loaded, resource, connected, proof] = parent.heard;
  expect([loaded, resource, connected]).toEqual([
    '4|loaded',
    `3|${introduction.resource}`,
    '4|connected',
  ]);
  expect(proof).toMatch(/^9\|<presence>/);
});

/** The SASL mechanisms that the page began with, in what it sent. */
function usedMechanisms(sent: readonly string[]): readonly (string | undefined)[] {
  return sent
    .map((xml) => /<auth [^>]*mechanism=['"]([^'"]+)/.exec(xml)?.[1])
    .filter((mechanism) => mechanism !== undefined);
}
