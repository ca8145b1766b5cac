import { FINESSE_API } from 'finesse-tunnel/protocol';

/** A node without the path that all of them share. */
export function nodeLabel(node: string): string {
  return node.startsWith(`${FINESSE_API}/`) ? node.slice(FINESSE_API.length + 1) : node;
}
