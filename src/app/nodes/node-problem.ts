import { FINESSE_API } from 'finesse-tunnel/protocol';

/** What is wrong with a node somebody typed, and what to do; nothing when the server may be asked for it. */
export function nodeProblem(node: string): string | undefined {
  if (node === '') {
    return `Enter a node, such as ${FINESSE_API}/User/1001001.`;
  }
  return node.startsWith(`${FINESSE_API}/`) && !/\s/.test(node)
    ? undefined
    : `A node starts with ${FINESSE_API}/ and holds no blank. Pick one from the list, or correct the path.`;
}
