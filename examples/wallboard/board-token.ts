import type { TokenCredentials } from 'finesse-tunnel';

/** What your host gives a wallboard instead of a password. Here the sandbox's control API plays the host. */
export function boardCredentials(id: string): TokenCredentials {
  return { id, token: () => freshToken(id) };
}

async function freshToken(id: string): Promise<string> {
  const answer = await fetch(`/sandbox/agents/${id}/token`, { method: 'POST' });
  const body: unknown = await answer.json();
  if (!isToken(body)) {
    throw new Error('The host gave no token.');
  }
  return body.token;
}

function isToken(body: unknown): body is { readonly token: string } {
  return (
    typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string'
  );
}
