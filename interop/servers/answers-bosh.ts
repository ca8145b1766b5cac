import { DOMAIN } from './xmpp-server';

const SESSION_REQUEST =
  `<body xmlns='http://jabber.org/protocol/httpbind' rid='1' to='${DOMAIN}' wait='1' hold='1' ver='1.6'` +
  ` xmpp:version='1.0' xmlns:xmpp='urn:xmpp:xbosh'/>`;

/** Whether a server is ready for clients: a BOSH session request is answered with SASL mechanisms. */
export async function answersBosh(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/http-bind/`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: SESSION_REQUEST,
      signal: AbortSignal.timeout(2_000),
    });
    return (await response.text()).includes('mechanism');
  } catch {
    return false;
  }
}
