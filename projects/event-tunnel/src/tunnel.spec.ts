import { settled } from './testing/settled';
import {
  connected,
  FINESSE,
  INTRODUCTION,
  JID,
  NODE,
  setUpTunnel,
  signedIn,
} from './testing/tunnel-setup';

describe('Tunnel', () => {
  describe('given no session', () => {
    it('says loaded and nothing else', () => {
      const { tunnel, posted } = setUpTunnel();

      tunnel.start();

      expect(posted).toEqual(['4|loaded']);
    });

    for (const type of ['7', '8']) {
      it(`answers request ${type} with an empty error`, () => {
        const { told, tell } = setUpTunnel();

        tell(`${type}|${NODE}`);

        expect(told()).toEqual([`${type}|${NODE}|<ApiErrors/>`]);
      });
    }

    it('answers a request for the list', () => {
      const { told, tell } = setUpTunnel();

      tell('14|');

      expect(told()).toEqual(['14||<ApiErrors/>']);
    });

    it('answers a disconnect request with unloading alone', () => {
      const { told, tell } = setUpTunnel();

      tell('11|');

      expect(told()).toEqual(['4|unloading']);
    });

    it('tells of a connect request it cannot read, without repeating it', () => {
      const { posted, tell, servers } = setUpTunnel();

      tell('10|<connInfo><password>secret</password></connInfo>');

      expect(servers).toEqual([]);
      expect(posted.join()).not.toContain('secret');
    });
  });

  describe('given credentials', () => {
    it('connects by the type and to the domain it was told', () => {
      const { tell, roads } = setUpTunnel();

      tell('12|bosh', '1|1001001', '5|fin.example.test', '2|secret');

      expect(roads).toEqual([{ type: 'bosh', domain: 'fin.example.test' }]);
    });

    it('sends presence of priority 0, and no request but a ping before the gate opens', async () => {
      const { server, told, tell } = await signedIn();

      tell(`7|${NODE}`);

      expect(server().sent.at(-1)).toContain('<priority>0</priority>');
      expect(told()).toEqual([`7|${NODE}|<ApiErrors/>`]);
    });

    it('tells presences before the gate, then resource, connected and the presence that opened it', async () => {
      const { server, told } = await signedIn();

      server().says("<presence from='1001002@fin.example.test/x'/>");
      server().says("<presence from='finesse@fin.example.test/pub' type='unavailable'/>");
      server().says(FINESSE);

      expect(told()).toEqual([
        '9|<presence><from>1001002@fin.example.test/x</from><type/></presence>',
        '3|desk',
        '4|connected',
        '9|<presence><from>finesse@fin.example.test/pub</from><type>unavailable</type></presence>',
        '9|<presence><from>finesse@fin.example.test/pub</from><type/></presence>',
      ]);
    });

    it('takes its own presence for the gate, and the resource that the server gave', async () => {
      const { tell, server, told } = setUpTunnel();
      tell(...INTRODUCTION);
      await server().admits('1001001@fin.example.test/other');

      server().says("<presence from='1001001@fin.example.test/other'/>");

      expect(told().slice(0, 2)).toEqual(['3|other', '4|connected']);
    });

    it('reports unauthorized behind the resource, once, and closes the stream', async () => {
      const { tell, server, told } = setUpTunnel();
      tell(...INTRODUCTION);
      server().offers('PLAIN');
      await server().hears(/<auth /);

      server().says(
        "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>",
      );
      await settled(() => told().length > 0);
      server().drops();

      expect(told()).toEqual(['3|desk', '4|unauthorized']);
      expect(server().isClosed).toBeTrue();
    });

    for (const { condition, statuses } of [
      { condition: 'conflict', statuses: ['conflict', 'disconnected'] },
      { condition: 'not-allowed', statuses: ['disconnected'] },
    ]) {
      it(`reports ${statuses.join(', then ')} when the server refuses the resource by ${condition}`, async () => {
        const { tell, server, told } = setUpTunnel();
        tell(...INTRODUCTION);
        await server().offersResource();

        server().says("<iq type='result' id='of-somebody-else'/>");
        const before = told().length;
        server().answers(/<bind /, '', condition);

        expect(before).toBe(0);
        expect(told()).toEqual(statuses.flatMap((status) => ['3|desk', `4|${status}`]));
      });
    }

    it('reports disconnected when the server is not there', () => {
      const { tell, server, told } = setUpTunnel();
      tell(...INTRODUCTION);

      server().drops();

      expect(told()).toEqual(['3|desk', '4|disconnected']);
    });

    it('gives a silent server 20 seconds', () => {
      const { tell, clock, told } = setUpTunnel();
      tell(...INTRODUCTION);

      clock.advance(19_999);
      const before = told().length;
      clock.advance(1);

      expect(before).toBe(0);
      expect(told()).toEqual(['3|desk', '4|disconnected']);
    });

    it('connects by a connect request, with what it was told before', async () => {
      const { tell, server, told, roads } = setUpTunnel();
      tell('3|desk', '12|bosh');

      tell(
        '10|<connInfo><id>1001001</id><password>s</password><xmppDomain>fin.example.test</xmppDomain></connInfo>',
      );
      await server().admits(JID);
      server().says(FINESSE);

      expect(roads).toEqual([{ type: 'bosh', domain: 'fin.example.test' }]);
      expect(told().slice(0, 2)).toEqual(['3|desk', '4|connected']);
    });

    it('never tells the password to anybody', async () => {
      const { posted, traces, tell } = await connected();
      tell('16|{"enableConsoleTraceLogging":true}', '2|secret', '11|');

      expect([...posted, ...traces].join()).not.toContain('secret');
    });
  });
});
