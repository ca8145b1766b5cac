import fc from 'fast-check';
import { anyText } from './cases/any-text';
import { decodeSubscriptionReply, encodeSubscriptionReply } from './subscription-reply';

describe('the reply to a subscription', () => {
  const node = '/finesse/api/Team/31/Users';
  const replies = [
    { given: 'a granted one', body: node, reply: { node } },
    {
      given: 'one refused without a reason',
      body: `${node}|<ApiErrors/>`,
      reply: { node, error: '<ApiErrors/>' },
    },
    {
      given: 'one refused with a reason that holds the separator',
      body: `${node}|<error code="403"><text>a|b</text></error>`,
      reply: { node, error: '<error code="403"><text>a|b</text></error>' },
    },
  ];
  for (const { given, body, reply } of replies) {
    it(`is read and written: ${given}`, () => {
      expect(decodeSubscriptionReply(body)).toEqual(reply);
      expect(encodeSubscriptionReply(reply)).toBe(body);
    });
  }

  it('is a refusal when nothing stands behind the separator', () => {
    expect(decodeSubscriptionReply(`${node}|`)).toEqual({ node, error: '<ApiErrors/>' });
  });

  it('reads as it was written', () => {
    const nodes = anyText.filter((text) => !text.includes('|'));
    const reply = fc.oneof(
      nodes.map((node) => ({ node })),
      fc.record({ node: nodes, error: anyText.filter((text) => text !== '') }),
    );

    fc.assert(
      fc.property(reply, (reply) => {
        expect(decodeSubscriptionReply(encodeSubscriptionReply(reply))).toEqual(reply);
      }),
    );
  });
});
