import { LinkFailure } from './publisher-link';

/** An account to make. */
export interface Account {
  readonly user: string;
  readonly password: string;
}

const AT_ONCE = 8;
const ALREADY_THERE = 409;

/**
 * Makes accounts by ejabberd's HTTP API (`mod_http_api`, `mod_admin_extra`), and two shared roster
 * groups that show each other: every agent sees the publisher, and the publisher sees every agent.
 *
 * @throws LinkFailure when the API refuses or is not there.
 */
export async function makeEjabberdAccounts(
  api: string,
  host: string,
  accounts: readonly Account[],
): Promise<void> {
  for (let at = 0; at < accounts.length; at += AT_ONCE) {
    const some = accounts.slice(at, at + AT_ONCE);
    await Promise.all(
      some.map(async ({ user, password }) => call(api, 'register', { host, user, password })),
    );
  }
  const publisher = accounts[0]?.user ?? 'finesse';
  // Both ways: without that the server answers no presence probe.
  const groups = { 'finesse-publisher': 'finesse-agents', 'finesse-agents': 'finesse-publisher' };
  for (const [group, display] of Object.entries(groups)) {
    await call(api, 'srg_create', { host, group, display, label: group, description: '' });
  }
  for (const [user, group] of [
    [publisher, 'finesse-publisher'],
    ['@all@', 'finesse-agents'],
  ] as const) {
    await call(api, 'srg_user_add', { host, user, group, grouphost: host });
  }
}

async function call(
  api: string,
  name: string,
  args: Readonly<Record<string, string>>,
): Promise<void> {
  const url = `${api}/${name}`;
  let response: Response;
  try {
    response = await fetch(url, { method: 'POST', body: JSON.stringify(args) });
  } catch {
    throw new LinkFailure(`${url}: no answer; is ejabberd's HTTP API there?`, true);
  }
  // The body is not repeated: it may quote what was sent.
  await response.body?.cancel();
  if (!response.ok && response.status !== ALREADY_THERE) {
    throw new LinkFailure(
      `${url}: ejabberd answers ${response.status.toString()}; let mod_http_api permit this call.`,
      true,
    );
  }
}
