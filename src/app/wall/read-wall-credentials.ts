/** Who the wall signs in as; the secret in it goes to the library and nowhere else. */
export type WallCredentials =
  | { readonly id: string; readonly token: string }
  | { readonly id: string; readonly password: string };

/**
 * Reads the answer of `wallSession.tokenUrl`: `{ "id": "1000001", "token": "…" }`, or with `password` for a service
 * account.
 *
 * @returns `undefined` for anything else; the answer is never quoted, as it may hold a secret.
 */
export function readWallCredentials(answer: unknown): WallCredentials | undefined {
  if (typeof answer !== 'object' || answer === null || !('id' in answer)) {
    return undefined;
  }
  const { id } = answer;
  if (typeof id !== 'string' || id === '') {
    return undefined;
  }
  if ('token' in answer && typeof answer.token === 'string' && answer.token !== '') {
    return { id, token: answer.token };
  }
  return 'password' in answer && typeof answer.password === 'string' && answer.password !== ''
    ? { id, password: answer.password }
    : undefined;
}
