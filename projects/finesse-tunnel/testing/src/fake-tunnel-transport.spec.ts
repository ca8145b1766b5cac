import { TunnelMessageType } from 'finesse-tunnel/protocol';
import { FakeTunnelTransport } from './fake-tunnel-transport';
import { tunnelTransportContract } from './tunnel-transport-contract';

function setup() {
  const transport = new FakeTunnelTransport();
  const url = 'https://finesse.example.test:8445/tunnel/';
  const say = (wire: string): void => {
    const bar = wire.indexOf('|');
    const type = Object.values(TunnelMessageType).find(
      (known) => known === Number(wire.slice(0, bar)),
    );
    transport.say(type ?? TunnelMessageType.Logging, wire.slice(bar + 1));
  };
  const heard = () => Promise.resolve(transport.sent.map(({ type, body }) => `${type}|${body}`));
  const nothing = () => Promise.resolve();
  return { transport, url, ready: nothing, say, heard, settled: nothing };
}

describe('FakeTunnelTransport', () => {
  for (const { behaviour, verify } of tunnelTransportContract) {
    it(behaviour, async () => {
      await expectAsync(verify(setup())).toBeResolved();
    });
  }

  it('reports a connection in the order of a real page: resource, status, presence', () => {
    const { transport, url } = setup();
    const types: number[] = [];
    transport.messages$.subscribe(({ type }) => types.push(type));
    transport.open(url);

    transport.reportConnected();

    expect(types).toEqual([3, 4, 9]);
  });
});
