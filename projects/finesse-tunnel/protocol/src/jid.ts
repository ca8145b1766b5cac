import { type Decoded, decoded, refused } from './decoded';

/** The three parts of an XMPP address, RFC 7622. */
export interface Jid {
  /** The part before `@`; empty for a server. For an agent, the login id in lower case. */
  readonly local: string;
  readonly domain: string;
  /** The part behind the first `/`; empty for a bare JID. */
  readonly resource: string;
}

/** Takes an address apart. The resource may hold further `/` and `@` (RFC 7622 §3.1). */
export function parseJid(text: string): Decoded<Jid> {
  const slash = text.indexOf('/');
  const bare = slash < 0 ? text : text.slice(0, slash);
  const resource = slash < 0 ? '' : text.slice(slash + 1);
  const at = bare.indexOf('@');
  const local = at < 0 ? '' : bare.slice(0, at);
  const domain = bare.slice(at + 1);
  if (domain === '' || domain.includes('@') || at === 0 || (slash >= 0 && resource === '')) {
    return refused(
      'bad-jid',
      'A JID reads local@domain/resource, local and resource optional.',
      text,
    );
  }
  return decoded({ local, domain, resource });
}

/** Writes an address; empty parts are left out with their separators. */
export function formatJid({ local, domain, resource }: Jid): string {
  return `${local === '' ? '' : `${local}@`}${domain}${resource === '' ? '' : `/${resource}`}`;
}

/** The address of an agent's session. Finesse lower-cases the id in the JID, and only there. */
export function agentJid(id: string, domain: string, resource = ''): string {
  return formatJid({ local: id.toLowerCase(), domain, resource });
}

/** Cuts the resource off. */
export function bareJid(jid: string): string {
  const slash = jid.indexOf('/');
  return slash < 0 ? jid : jid.slice(0, slash);
}

/** The part behind the first `/`, empty if there is none. */
export function resourceOf(jid: string): string {
  const slash = jid.indexOf('/');
  return slash < 0 ? '' : jid.slice(slash + 1);
}

/** Whether two addresses name the same account, whatever their case and resource. */
export function sameBareJid(a: string, b: string): boolean {
  return bareJid(a).toLowerCase() === bareJid(b).toLowerCase();
}
