/** What a page may do otherwise than the documents say, as Cisco's own page does. */
export interface TunnelQuirks {
  /** Says `connected` only after this, word for word. */
  readonly beforeConnected?: readonly string[];
  /** Nodes whose subscription gets no answer at all. */
  readonly silentNodes?: readonly string[];
  /** Tells this resource in place of the one it was given. */
  readonly resource?: string;
  /** Answers DISCONNECT_REQ with every node it was ever asked for, repeats included. */
  readonly hasGrowingList?: boolean;
}

/**
 * A page that speaks the tunnel protocol as Cisco's does and has no server behind it: it connects when id, password and
 * domain are there, answers every subscription with success, whatever became of it, and says what the test tells it to
 * say (`window.say`). What the parent sent is in `window.heard`, passwords left out.
 */
export function quirkyTunnel(quirks: TunnelQuirks): string {
  return `<!doctype html><title>Tunnel</title><script>
    const quirks = ${JSON.stringify(quirks)};
    const domain = 'finesse-a.example.test';
    const credentials = {};
    const nodes = [];
    let resource;
    let isConnected = false;
    window.heard = [];
    window.say = (text) => parent.postMessage(text, '*');
    const status = (word) => {
      say('3|' + (quirks.resource ?? resource));
      say('4|' + word);
    };
    const connect = () => {
      (quirks.beforeConnected ?? []).forEach(say);
      isConnected = true;
      status('connected');
      say('9|<presence><from>finesse@' + domain + '/finesse</from><type/></presence>');
    };
    window.lose = () => {
      isConnected = false;
      status('disconnected');
    };
    const answer = (type, body) => {
      if (type === 7 && !isConnected) say('7|' + body + '|<ApiErrors/>');
      else if (!quirks.silentNodes?.includes(body)) say(type + '|' + body);
    };
    const leave = () => {
      say('4|unloading');
      if (quirks.hasGrowingList) nodes.forEach((node) => say('8|' + node));
      lose();
    };
    addEventListener('message', ({ data }) => {
      if (typeof data !== 'string') return;
      const bar = data.indexOf('|');
      const type = Number(data.slice(0, bar));
      const body = data.slice(bar + 1);
      heard.push(type === 2 ? '2|' : data);
      if (type === 3) resource = body;
      if (type === 7) nodes.push(body);
      if (type === 7 || type === 8) answer(type, body);
      if (type === 11) leave();
      if (type === 14) say('14|[object Object],[object Object]');
      if ([1, 2, 5].includes(type)) credentials[type] = body;
      if ([1, 2, 5].every((each) => credentials[each] !== undefined)) {
        delete credentials[2];
        connect();
      }
    });
    say('4|loaded');
  </script>`;
}
