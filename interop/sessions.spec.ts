import { expect, test } from './fixtures';

test('two resources of one agent stand side by side, each with its own subscriptions', async ({
  openParent,
  server,
  introduction,
  node,
  otherNode: both,
}) => {
  const [one, two] = [await openParent(), await openParent()];
  await one.signIn(introduction);
  await two.signIn({ ...introduction, resource: `${introduction.resource}-2` });
  await one.subscribe(both);
  await two.subscribe(both);
  await one.subscribe(node);

  await server.publish(node, '<Update>one</Update>');
  await server.publish(both, '<Update>both</Update>');

  await one.hearsEvent(node, '<Update>one</Update>');
  await one.hearsEvent(both, '<Update>both</Update>');
  await two.hearsEvent(both, '<Update>both</Update>');
  expect(two.events(node)).toEqual([]);
  expect([...one.heard, ...two.heard]).not.toContain('4|disconnected');
});

test('the same resource again takes over, and the session before it is told of the conflict', async ({
  openParent,
  server,
  introduction,
  node,
}) => {
  const { resource } = introduction;
  const [before, after] = [await openParent(), await openParent()];
  await before.signIn(introduction);

  await after.signIn(introduction);

  await before.hears('4|disconnected');
  expect(statuses(before.heard)).toEqual(['loaded', 'connected', 'conflict', 'disconnected']);
  expect(before.heard.at(-4)).toBe(`3|${resource}`);
  await after.subscribe(node);
  await server.publish(node, '<Update>mine</Update>');
  await after.hearsEvent(node, '<Update>mine</Update>');
  expect(statuses(after.heard)).toEqual(['loaded', 'connected']);
});

test('a wanted disconnect unsubscribes first, and the password alone connects again', async ({
  parent,
  server,
  introduction,
  node,
}) => {
  await parent.signIn(introduction);
  await parent.subscribe(node);

  await parent.post('11|');

  await parent.hears('4|disconnected');
  expect(parent.heard.slice(parent.heard.indexOf('4|unloading'))).toEqual([
    '4|unloading',
    `8|${node}`,
    `3|${introduction.resource}`,
    '4|disconnected',
  ]);
  await parent.signInAgain();
  await server.publish(node, '<Update>nobody subscribed</Update>');
  await parent.subscribe(node);
  await server.publish(node, '<Update>again</Update>');
  await parent.hearsEvent(node, '<Update>again</Update>');
  expect(parent.events(node)).toEqual(['<Update>again</Update>']);
});

/** The status words among the messages. */
function statuses(heard: readonly string[]): readonly string[] {
  return heard.filter((message) => message.startsWith('4|')).map((message) => message.slice(2));
}
