import { expect, test } from './fixtures';
import { AGENTS, DOMAIN } from './servers/xmpp-server';

test('an event arrives as it was published, whatever is in it', async ({
  parent,
  server,
  introduction,
  node,
}) => {
  await parent.signIn(introduction);
  await parent.subscribe(node);
  const payloads = [
    '<Update><data><name>O&apos;Dea &amp; Sons &lt;AG&gt;</name></data></Update>',
    '<Update><data>&amp;amp;amp; stays as it is</data></Update>',
    '\n  <Update>\n    <data>a &quot;quoted&quot; | bar</data>\n  </Update>\n',
    '<Update><data>Zoë Ångström, 東京, \u{1F4DE}, e\u0301, \u00A0</data></Update>',
    `<Update><data>${'long '.repeat(4_000)}</data></Update>`,
  ];

  for (const payload of payloads) {
    await server.publish(node, payload);
    await parent.hearsEvent(node, payload);
  }

  expect(parent.events(node)).toEqual(payloads);
});

test('many events arrive once each, in order', async ({ parent, server, introduction, node }) => {
  await parent.signIn(introduction);
  await parent.subscribe(node);
  const payloads = Array.from({ length: 200 }, (_, n) => `<Update>${String(n)}</Update>`);

  for (const payload of payloads) {
    await server.publish(node, payload);
  }

  await parent.hearsEvent(node, payloads.at(-1) ?? '');
  expect(parent.events(node)).toEqual(payloads);
});

test('a node that does not exist is refused, and the session goes on', async ({
  parent,
  server,
  introduction,
  node,
}) => {
  const missing = '/finesse/api/User/9999999';
  await parent.signIn(introduction);

  await parent.post(`7|${missing}`);

  const reply = await parent.finds(/^7\|/);
  expect(reply.split('|', 2)).toEqual(['7', missing]);
  expect(reply).toContain('<ErrorType>item-not-found</ErrorType>');
  await parent.subscribe(node);
  await server.publish(node, '<Update>after</Update>');
  await parent.hearsEvent(node, '<Update>after</Update>');
});

test('an unsubscribed node brings no more events', async ({
  parent,
  server,
  introduction,
  node,
  otherNode: other,
}) => {
  await parent.signIn(introduction);
  await parent.subscribe(node);
  await parent.subscribe(other);
  await server.publish(node, '<Update>before</Update>');
  await parent.hearsEvent(node, '<Update>before</Update>');

  await parent.unsubscribe(node);
  await server.publish(node, '<Update>after</Update>');
  await server.publish(other, '<Update>last</Update>');

  await parent.hearsEvent(other, '<Update>last</Update>');
  expect(parent.events(node)).toEqual(['<Update>before</Update>']);
});

test('the list names what this session subscribed to', async ({ parent, introduction, node }) => {
  const jid = `${AGENTS[0]}@${DOMAIN}/${introduction.resource}`;
  await parent.signIn(introduction);
  await parent.subscribe(node);

  await parent.post('14|');

  const subscribed: unknown = JSON.parse((await parent.finds(/^14\|/)).slice('14|'.length));
  expect(subscribed).toContainEqual({ node, jid, status: 'subscribed' });
  await parent.unsubscribe(node);
  await parent.post('14|');
  const left: unknown = JSON.parse((await parent.finds(/^14\|/)).slice('14|'.length));
  expect(left).not.toContainEqual({ node, jid, status: 'subscribed' });
});
