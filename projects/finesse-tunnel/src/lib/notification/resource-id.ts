/**
 * The id that a URI or node gives behind the name of a collection: `31` behind `Team` in
 * `/finesse/api/Team/31/Users`. Empty if it names none.
 */
export function resourceId(uri: string, collection: string): string {
  const parts = uri.trim().split('/');
  const at = parts.indexOf(collection);
  return at < 0 ? '' : (parts[at + 1] ?? '');
}
