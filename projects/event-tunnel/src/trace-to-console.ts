/** Writes a line for whoever has the developer tools open at the level that shows debugging. */
export function traceToConsole(text: string): void {
  // eslint-disable-next-line no-console -- the page has no other place for what concerns no parent
  console.debug(`EventTunnel: ${text}`);
}
