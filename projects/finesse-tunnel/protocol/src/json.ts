/** Reads JSON without throwing; `undefined` is no JSON value, so it can stand for failure. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
