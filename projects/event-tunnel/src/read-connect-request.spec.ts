import { encodeConnectRequest } from 'finesse-tunnel/protocol';

import { readConnectRequest } from './read-connect-request';

describe('readConnectRequest', () => {
  it('reads what the library writes, escaped characters included', () => {
    const request = { id: '1', password: `<&>"' \u00e9`, xmppDomain: 'd' };
    expect(readConnectRequest(encodeConnectRequest(request))).toEqual(request);
  });

  it("reads a password that Cisco's parent did not escape", () => {
    const body =
      '<connInfo><id>1</id><password>a&b<c</password><xmppDomain>d</xmppDomain></connInfo>';
    expect(readConnectRequest(body)?.password).toBe('a&b<c');
  });

  it('reads the connection type where it is told', () => {
    const request = { id: '1', password: 'p', xmppDomain: 'd', connectionType: 'bosh' } as const;
    expect(readConnectRequest(encodeConnectRequest(request))).toEqual(request);
  });

  for (const body of [
    '',
    'x',
    '<connInfo/>',
    '<connInfo><id>1</id><password>p</password></connInfo>',
  ]) {
    it(`reads nothing out of "${body}"`, () => {
      expect(readConnectRequest(body)).toBeUndefined();
    });
  }
});
