import { FINESSE_API } from 'finesse-tunnel/protocol';

/** What is wrong with a node somebody typed, and what to do; nothing when the server may be asked for it. */
export function nodeProblem(node: string): string | undefined {
  if (node === '') {
    return $localize`:@@nodes.enter:Enter a node, such as ${`${FINESSE_API}/User/1001001`}:example:.`;
  }
  return node.startsWith(`${FINESSE_API}/`) && !/\s/.test(node)
    ? undefined
    : $localize`:@@nodes.malformed:A node starts with ${`${FINESSE_API}/`}:start: and holds no blank. Pick one from the list, or correct the path.`;
}
