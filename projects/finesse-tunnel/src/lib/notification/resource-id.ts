/**
 * The id that a URI or node gives behind the name of a collection: `31` behind `Team` in
 * `/finesse/api/Team/31/Users`. Empty if it names none.
 */
export function resourceId(uri: string, collection: string): string {
  const path = `/${uri.trim()}`;
  const found = path.indexOf(`/${collection}/`);
  const start = found + collection.length + 2;
  const end = path.indexOf('/', start);
  return found < 0 ? '' : path.slice(start, end < 0 ? undefined : end);
}
