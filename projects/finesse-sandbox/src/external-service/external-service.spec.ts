import { silentLog } from '../log';
import { ExternalService, type ExternalServiceOptions } from './external-service';
import { LinkFailure } from './publisher-link';
import { FakeServer } from './testing/fake-server';

function setup(more: Partial<ExternalServiceOptions> = {}) {
  const server = new FakeServer();
  const availability: [string, boolean][] = [];
  const service = new ExternalService({
    shown: 'xmpp://host.test:5222/d.test',
    open: server.open,
    standingNodes: () => ['/standing'],
    readersOf: (node) => (node === '/standing' ? ['1001001'] : 'everyone'),
    agentOf: (local) => (local.startsWith('100') ? local : undefined),
    onAvailability: (id, isAvailable) => availability.push([id, isAvailable]),
    log: silentLog(),
    capacity: 100,
    retryMs: [1, 1],
    patienceMs: { start: 200, stop: 50 },
    ...more,
  });
  return { server, service, availability };
}

describe('ExternalService', () => {
  it('makes the nodes with their readers before it shows presence', async () => {
    const { server, service } = setup();

    await service.start();

    expect([...server.nodes]).toEqual([['/standing', ['1001001']]]);
    expect(server.presence).toBeTrue();
    expect(service.status.state).toBe('connected');
    await service.stop();
    expect(server.presence).toBeFalse();
    expect(service.status.state).toBe('stopped');
  });

  it('makes a node with the first notification on it, and keeps the order', async () => {
    const { server, service } = setup();
    await service.start();

    const payloads = Array.from({ length: 90 }, (_, n) => String(n));
    for (const [at, payload] of payloads.entries()) {
      service.publish(at % 2 === 0 ? '/even' : '/odd', payload);
    }
    await server.until(() => service.status.waiting === 0);

    expect(server.published).toEqual(payloads);
    expect(service.status.published).toBe(90);
    expect([...server.nodes.keys()]).toEqual(['/standing', '/even', '/odd']);
    await service.stop();
  });

  it('sends again what had no answer when the connection broke', async () => {
    const { server, service } = setup();
    await service.start();
    service.publish('/standing', 'before');
    await server.until(() => server.published.length === 1);

    server.isSilent = true;
    service.publish('/standing', 'in flight');
    await server.until(() => service.status.waiting === 1);
    server.isSilent = false;
    server.break('system-shutdown');
    service.publish('/standing', 'while away');
    await server.until(() => service.status.waiting === 0);

    expect(server.published).toEqual(['before', 'in flight', 'while away']);
    await service.stop();
  });

  it('makes a node again that the server lost, and publishes on it', async () => {
    const { server, service } = setup();
    await service.start();

    server.nodes.clear();
    service.publish('/standing', 'once');
    await server.until(() => service.status.waiting === 0);

    expect(server.published).toEqual(['once']);
    expect(service.status.refused).toBe(0);
    await service.stop();
  });

  it('removes the node of a call with its last notification', async () => {
    const { server, service } = setup();
    await service.start();
    const dialog = '/finesse/api/Dialog/7';

    service.publish(dialog, '<Update><event>PUT</event></Update>');
    await server.until(() => service.status.waiting === 0);
    expect(server.nodes.has(dialog)).toBeTrue();
    service.publish(dialog, '<Update><event>DELETE</event></Update>');
    await server.until(() => !server.nodes.has(dialog));

    expect(service.status.published).toBe(2);
    await service.stop();
  });

  it('counts what the server refuses, and goes on', async () => {
    const { server, service } = setup();
    await service.start();
    server.refusedNode = '/refused';

    service.publish('/refused', 'never');
    service.publish('/standing', 'ever');
    await server.until(() => service.status.waiting === 0);

    expect(server.published).toEqual(['ever']);
    expect(service.status.refused).toBe(1);
    await service.stop();
  });

  it('says so while the server is away, drops the oldest beyond its capacity, and recovers', async () => {
    const { server, service } = setup({ capacity: 2 });
    await service.start();
    server.failure = new LinkFailure('away', false);
    server.break('killed');
    await server.until(() => service.status.state === 'away');

    ['1', '2', '3'].forEach((payload) => service.publish('/standing', payload));
    expect(service.status).toEqual(jasmine.objectContaining({ state: 'overflowed', lost: 1 }));

    server.failure = undefined;
    await server.until(() => service.status.waiting === 0);
    expect(server.published).toEqual(['2', '3']);
    expect(service.status).toEqual(
      jasmine.objectContaining({ state: 'connected', lost: 1, lastError: null }),
    );
    await service.stop();
  });

  it('fails to start at once where trying again cannot help, and otherwise when its patience ends', async () => {
    const refused = setup();
    refused.server.failure = new LinkFailure('wrong password', true);
    const absent = setup({ patienceMs: { start: 5, stop: 1 } });
    absent.server.failure = new LinkFailure('nobody there', false);

    await expectAsync(refused.service.start()).toBeRejectedWithError(/wrong password/);
    await expectAsync(absent.service.start()).toBeRejectedWithError(/nobody there/);
    await Promise.all([refused.service.stop(), absent.service.stop()]);
  });

  it('tells which agents are there, and that nobody is known to be once the connection is gone', async () => {
    const { server, service, availability } = setup();
    await service.start();

    server.listener?.presence('1001001@d.test/desk', true);
    server.listener?.presence('1001001@d.test/desk', true);
    server.listener?.presence('finesse@d.test/x', true);
    expect(service.status.agentsPresent).toEqual(['1001001']);
    server.break('killed');
    await server.until(() => availability.length > 1);

    expect(availability).toEqual([
      ['1001001', true],
      ['1001001', false],
    ]);
    await service.stop();
  });

  it('comes back as absent as it was', async () => {
    const { server, service } = setup();
    await service.start();

    service.setPublisherHere(false);
    expect(server.presence).toBeFalse();
    server.presence = undefined;
    server.break('killed');
    await server.until(() => server.presence !== undefined);

    expect(server.presence).toBeFalse();
    await service.stop();
  });
});
