import type { AccountDirectory } from './account-directory';
import { PubsubService } from './pubsub-service';
import { STANZA_ERRORS } from './stanza-error';

const OPEN_HOUSE: AccountDirectory = {
  authenticate: () => ({ ok: false }),
  access: () => 'ok',
  defaultNodes: () => [],
};

describe('PubsubService', () => {
  it('lets leftovers of absent JIDs go before it refuses a subscription', () => {
    const service = new PubsubService('pubsub.example.test', OPEN_HOUSE);
    for (let count = 0; count < 2000; count += 1) {
      service.subscribe('1', { node: `/node/${count}`, jid: '1@example.test/gone' });
    }

    const error = service.subscribe('1', { node: '/node/0', jid: '1@example.test/new' });

    expect(error).toBeUndefined();
    expect(service.subscriptionsOf('1', '1@example.test')).toEqual([
      { node: '/node/0', jid: '1@example.test/new' },
    ]);
  });

  it('keeps a subscription when its session is gone', () => {
    const service = new PubsubService('pubsub.example.test', OPEN_HOUSE);

    service.subscribe('1', { node: '/node', jid: '1@example.test/desk' });

    expect(service.nodesOf('1@example.test/desk')).toEqual(['/node']);
    expect(service.hasReaders('/node')).toBeFalse();
  });

  it('tells a node that nobody knows from one that is merely not subscribed', () => {
    const service = new PubsubService('pubsub.example.test', {
      ...OPEN_HOUSE,
      access: (_user, node) => (node === '/node' ? 'ok' : 'item-not-found'),
    });
    const jid = '1@example.test/desk';

    expect(service.unsubscribe('1', { node: '/node', jid })).toBe(STANZA_ERRORS.notSubscribed);
    expect(service.unsubscribe('1', { node: '/none', jid })).toBe(STANZA_ERRORS.itemNotFound);
  });
});
