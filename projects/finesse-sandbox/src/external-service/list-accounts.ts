import { realClock } from '../finesse/clock';
import { ContactCenter } from '../finesse/contact-center';
import type { SandboxOptions } from '../sandbox-options';

/**
 * The accounts of a contact centre, one a line: user, domain, password, as `prosodyctl register` and
 * `ejabberdctl register` take them. The publisher's own is not among them.
 */
export function listAccounts(options: SandboxOptions): string {
  const { world } = new ContactCenter({ ...options, clock: realClock(1) });
  const { xmppDomainA, xmppDomainB, twoNodes, password } = options;
  const domains = twoNodes ? [xmppDomainA, xmppDomainB] : [xmppDomainA];
  return domains
    .flatMap((domain) => [...world.users.keys()].map((id) => [id.toLowerCase(), domain, password]))
    .map((line) => `${line.map(quoted).join(' ')}\n`)
    .join('');
}

/** As `xargs` reads it. */
function quoted(word: string): string {
  return /^[\w.@-]+$/.test(word) ? word : `"${word}"`;
}
