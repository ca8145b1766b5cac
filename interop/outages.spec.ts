import { expect, test } from './fixtures';

for (const { how, end } of [
  { how: 'was asked to end', end: 'stop' },
  { how: 'was killed', end: 'kill' },
] as const) {
  test(`a server that ${how} shows as disconnected, and works again once it is back`, async ({
    parent,
    server,
    introduction,
    node,
  }) => {
    await parent.signIn(introduction);
    await parent.subscribe(node);

    await server[end]();

    await parent.hears('4|disconnected');
    await server.start();
    await server.createNode(node);
    await parent.signInAgain();
    await parent.subscribe(node);
    await server.publish(node, '<Update>back</Update>');
    await server.publish(node, '<Update>last</Update>');
    await parent.hearsEvent(node, '<Update>last</Update>');
    // Once each, whether or not the server remembered the subscription of before.
    expect(parent.events(node)).toEqual(['<Update>back</Update>', '<Update>last</Update>']);
    expect(parent.heard.filter((message) => message === '4|disconnected')).toHaveLength(1);
  });
}

test('each attempt while the server is away is told, and the first one after it works', async ({
  parent,
  server,
  introduction,
}) => {
  await parent.signIn(introduction);
  await server.stop();
  await parent.hears('4|disconnected');

  await parent.post('2|cisco');
  await parent.hears('4|disconnected');

  await server.start();
  await parent.signInAgain();
});
