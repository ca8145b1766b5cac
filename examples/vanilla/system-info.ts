/** The XMPP domains, as Finesse tells them to anybody who asks. */
export interface Domains {
  readonly xmppDomain: string;
  readonly pubsubDomain: string;
}

export async function readDomains(): Promise<Domains> {
  const answer = await fetch('/finesse/api/SystemInfo');
  if (!answer.ok) {
    throw new Error(`SystemInfo answered ${String(answer.status)}`);
  }
  const xml = new DOMParser().parseFromString(await answer.text(), 'text/xml');
  return { xmppDomain: textOf(xml, 'xmppDomain'), pubsubDomain: textOf(xml, 'xmppPubSubDomain') };
}

function textOf(xml: Document, name: string): string {
  const text = xml.querySelector(name)?.textContent ?? '';
  if (text === '') {
    throw new Error(`SystemInfo names no ${name}`);
  }
  return text;
}
