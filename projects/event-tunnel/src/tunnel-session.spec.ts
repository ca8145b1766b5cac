import { nextTurn } from './testing/settled';
import { connected, FINESSE, INTRODUCTION, JID, NODE, setUpTunnel } from './testing/tunnel-setup';

describe('Tunnel', () => {
  describe('given a session', () => {
    it('forwards an event as node and decoded text', async () => {
      const { server, told } = await connected();

      server().says(
        "<message from='pubsub.fin.example.test'><event xmlns='http://jabber.org/protocol/pubsub#event'>" +
          "<items node='/finesse/api/Team/a b/Users'><item id='1'><notification xmlns='urn:xmpp:push:0'>" +
          '&lt;Update&gt;&lt;n&gt;O&amp;amp;K&lt;/n&gt;&lt;/Update&gt;</notification></item></items></event></message>',
      );

      expect(told()).toEqual(['0|/finesse/api/Team/a%20b/Users<Update><n>O&amp;K</n></Update>']);
    });

    for (const { given, message } of [
      {
        given: 'another user',
        message: `<message from='1001002@fin.example.test/x'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='n'/></event></message>`,
      },
      { given: 'a chat', message: "<message from='fin.example.test'><body>hi</body></message>" },
      {
        given: 'an error',
        message: `<message type='error' from='pubsub.fin.example.test'><event xmlns='http://jabber.org/protocol/pubsub#event'><items node='n'/></event></message>`,
      },
    ]) {
      it(`forwards no event that is the message of ${given}`, async () => {
        const { server, told } = await connected();

        server().says(message);

        expect(told()).toEqual([]);
      });
    }

    for (const { type, verb } of [
      { type: '7', verb: 'subscribe' },
      { type: '8', verb: 'unsubscribe' },
    ]) {
      it(`asks to ${verb} its full JID and answers with the node alone`, async () => {
        const { server, told, tell } = await connected();

        tell(`${type}|${NODE}`);
        const request = server().sent.at(-1) ?? '';
        server().answers(/pubsub/);

        expect(request).toContain("to='pubsub.fin.example.test'");
        expect(request).toContain(`<${verb} node='${NODE}' jid='${JID}'/>`);
        expect(told()).toEqual([`${type}|${NODE}`]);
      });

      it(`answers a refused ${verb} with the server's condition`, async () => {
        const { server, told, tell } = await connected();

        tell(`${type}|${NODE}`);
        server().answers(/pubsub/, '', 'item-not-found');

        expect(told()).toEqual([
          `${type}|${NODE}|<ApiErrors><ApiError><ErrorType>item-not-found</ErrorType>` +
            `<ErrorMessage>No &#60;such&#62; node</ErrorMessage><ErrorData>${NODE}</ErrorData></ApiError></ApiErrors>`,
        ]);
      });

      it(`answers a ${verb} that nobody answers, after ten seconds, once`, async () => {
        const { server, told, tell, clock } = await connected();

        tell(`${type}|${NODE}`);
        clock.advance(9_999);
        const before = told().length;
        clock.advance(1);
        server().answers(/pubsub/);

        expect(before).toBe(0);
        expect(told().length).toBe(1);
        expect(told()[0]).toContain(`${type}|${NODE}|<ApiErrors><ApiError><ErrorType>timeout<`);
      });

      it(`answers a ${verb} that the end of the session overtakes, before the status`, async () => {
        const { server, told, tell } = await connected();

        tell(`${type}|${NODE}`);
        server().drops();

        expect(told()[0]).toContain(
          `${type}|${NODE}|<ApiErrors><ApiError><ErrorType>disconnected<`,
        );
        expect(told().slice(1)).toEqual(['3|desk', '4|disconnected']);
      });
    }

    it('asks the usual pubsub domain when none was told', async () => {
      const { tell, server } = setUpTunnel();
      tell('1|1001001', '5|fin.example.test', '2|secret');
      await server().admits(JID);
      server().says(FINESSE);

      tell(`7|${NODE}`);

      expect(server().sent.at(-1)).toContain("to='pubsub.fin.example.test'");
    });

    it('lists subscriptions as JSON', async () => {
      const { server, told, tell } = await connected();

      tell('14|');
      server().answers(
        /subscriptions/,
        `<pubsub xmlns='http://jabber.org/protocol/pubsub'><subscriptions><subscription node='${NODE}' jid='${JID}' subscription='subscribed'/></subscriptions></pubsub>`,
      );

      expect(told()).toEqual([`14|[{"node":"${NODE}","jid":"${JID}","status":"subscribed"}]`]);
    });

    it('answers a refused list with the error', async () => {
      const { server, told, tell } = await connected();

      tell('14|');
      server().answers(/subscriptions/, '', 'forbidden');

      expect(told()[0]).toMatch(/^14\|\|<ApiErrors>.*forbidden/);
    });

    it('answers pings of the server, and refuses everything else it asks', async () => {
      const { server } = await connected();

      server().says(
        "<iq type='get' id='p' from='fin.example.test'><ping xmlns='urn:xmpp:ping'/></iq>",
      );
      server().says("<iq type='get' id='v'><query xmlns='jabber:iq:version'/></iq>");

      expect(server().sent[0]).toBe(
        "<iq xmlns='jabber:client' id='p' to='fin.example.test' type='result'/>",
      );
      expect(server().sent[1]).toContain("id='v' type='error'");
      expect(server().sent[1]).toContain('service-unavailable');
    });

    it('reports conflict, then disconnected, each behind the resource', async () => {
      const { server, told } = await connected();

      server().says(
        "<stream:error><conflict xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>",
      );
      server().drops();

      expect(told()).toEqual(['3|desk', '4|conflict', '3|desk', '4|disconnected']);
    });

    it('reports any other stream error as disconnected', async () => {
      const { server, told } = await connected();

      server().says(
        "<stream:error><system-shutdown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>",
      );

      expect(told()).toEqual(['3|desk', '4|disconnected']);
    });

    it('pings the domain and ends a session whose pings stay unanswered, closing the stream', async () => {
      const { server, told, clock } = await connected();

      clock.advance(10_000);
      const ping = server().sent[0];
      clock.advance(20_000);

      expect(ping).toContain("type='get' to='fin.example.test'><ping xmlns='urn:xmpp:ping'/>");
      expect(told()).toEqual(['3|desk', '4|disconnected']);
      expect(server().isClosed).toBeTrue();
    });

    it('takes an error for an answer to a ping', async () => {
      const { server, told, clock } = await connected();

      for (let round = 0; round < 4; round++) {
        clock.advance(10_000);
        server().answers(/urn:xmpp:ping/, '', 'service-unavailable');
      }

      expect(told()).toEqual([]);
    });

    it('does not ping over BOSH', async () => {
      const { tell, server, clock } = setUpTunnel();
      tell('12|bosh', ...INTRODUCTION.slice(1));
      await server().admits(JID);

      clock.advance(60_000);

      expect(server().sent.join('')).not.toContain('urn:xmpp:ping');
    });

    it('unsubscribes from everything on request, tells the answers, then says goodbye', async () => {
      const { server, told, tell } = await connected();
      tell('7|a', '7|b', '7|c', '8|c');
      for (const request of ["<subscribe node='a'", "<subscribe node='b'", "<subscribe node='c'"]) {
        server().answers(new RegExp(request));
      }
      server().answers(/<unsubscribe node='c'/);
      server().sent.splice(0);
      const before = told().length;

      tell('11|');
      const asked = server().sent.length;
      server().answers(/unsubscribe node='b'/);
      const isClosedEarly = server().isClosed;
      server().answers(/unsubscribe node='a'/);

      expect(asked).toBe(2);
      expect(isClosedEarly).toBeFalse();
      expect(told().slice(before)).toEqual([
        '4|unloading',
        '8|b',
        '8|a',
        '3|desk',
        '4|disconnected',
      ]);
      expect(server().sent.at(-1)).toContain("type='unavailable'");
      expect(server().isClosed).toBeTrue();
    });

    it('waits two seconds for those answers, not longer', async () => {
      const { server, told, tell, clock } = await connected();
      tell('7|a');
      server().answers(/subscribe/);

      tell('11|');
      clock.advance(2_000);

      expect(told()).toEqual(['7|a', '4|unloading', '3|desk', '4|disconnected']);
    });

    it('does not unsubscribe from a node that was refused', async () => {
      const { server, tell } = await connected();
      tell('7|a');
      server().answers(/subscribe/, '', 'forbidden');
      server().sent.splice(0);

      tell('11|');

      expect(server().sent.join('')).not.toContain('unsubscribe');
    });

    it('sends unsubscribes and goodbye in one go when the page leaves', async () => {
      const { server, told, tell, tunnel } = await connected();
      tell('7|a');
      server().answers(/subscribe/);
      server().sent.splice(0);

      tunnel.disconnect();
      tunnel.leave();

      expect(server().sent[0]).toContain("<unsubscribe node='a'");
      expect(server().sent.at(-1)).toContain("type='unavailable'");
      expect(told().slice(1)).toEqual(['4|unloading', '3|desk', '4|disconnected']);
    });

    it('connects again by a password alone', async () => {
      const { server, servers, told, tell } = await connected();
      server().drops();

      tell('2|secret');
      await server().admits(JID);
      server().says(FINESSE);

      expect(servers.length).toBe(2);
      expect(told().slice(-3, -1)).toEqual(['3|desk', '4|connected']);
    });

    it('ends the old session cleanly, and told once, when it connects over it', async () => {
      const { server, servers, told, tell } = await connected();
      tell('7|a');
      server().answers(/subscribe/);
      const old = server();
      const before = told().length;

      tell('2|secret');
      old.drops();
      old.says(FINESSE);
      await server().admits(JID);
      await nextTurn();

      expect(told().slice(before)).toEqual(['3|desk', '4|disconnected']);
      expect(old.isClosed).toBeTrue();
      expect(old.sent.join('')).toContain("<unsubscribe node='a'");
      expect(servers.length).toBe(2);
    });

    it('traces to the console only when asked to', async () => {
      const { server, tell, traces } = await connected();
      const before = traces.length;
      tell('16|{"enableConsoleTraceLogging": true}');
      server().drops('reason');

      expect(before).toBe(0);
      expect(traces).toEqual(['ended: reason']);
    });

    it('logs nothing of an event', async () => {
      const { server, posted } = await connected();

      server().says("<message from='1001002@fin.example.test'><body>private</body></message>");

      expect(posted).toEqual(['13|dropped a message']);
    });
  });
});
