import fc from 'fast-check';
import { decodeSubscriptionList, encodeSubscriptionList } from './subscription-list';

describe('the list of subscriptions', () => {
  it('is empty when the page writes nothing', () => {
    expect(decodeSubscriptionList(' ')).toEqual({ ok: true, value: [] });
  });

  it('leaves out what nobody documented', () => {
    const body = '[{"node":"/a","jid":"1001@fin-a.example.test","status":"subscribed","subid":7}]';

    expect(decodeSubscriptionList(body)).toEqual({
      ok: true,
      value: [{ node: '/a', jid: '1001@fin-a.example.test', status: 'subscribed' }],
    });
  });

  for (const body of [
    '[object Object]',
    '[object Object],[object Object]',
    '\n[object Object]|<ApiErrors/>',
  ]) {
    it(`tells that a page cannot list them: ${JSON.stringify(body)}`, () => {
      const list = decodeSubscriptionList(body);

      expect(list.ok ? 'accepted' : list.diagnostic.code).toBe('unsupported-subscription-list');
    });
  }

  const unreadable = [
    '{',
    'null',
    '{}',
    '"[]"',
    '[null]',
    '[[]]',
    '[1]',
    '[{"node":"/a","jid":"b"}]',
    '[{"node":1,"jid":"b","status":"c"}]',
  ];
  for (const body of unreadable) {
    it(`refuses ${body}`, () => {
      const list = decodeSubscriptionList(body);

      expect(list.ok ? 'accepted' : list.diagnostic.code).toBe('bad-subscription-list');
    });
  }

  it('reads as it was written', () => {
    const subscription = fc.record(
      { node: fc.string(), jid: fc.string(), status: fc.string() },
      { noNullPrototype: true },
    );

    fc.assert(
      fc.property(fc.array(subscription), (list) => {
        expect(decodeSubscriptionList(encodeSubscriptionList(list))).toEqual({
          ok: true,
          value: list,
        });
      }),
    );
  });

  it('never throws, for any text and any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        expect(typeof decodeSubscriptionList(body).ok).toBe('boolean');
      }),
    );
  });
});
