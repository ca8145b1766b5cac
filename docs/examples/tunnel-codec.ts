import { decodeTunnelMessage, TunnelMessageType, userNode } from 'finesse-tunnel/protocol';

const read = decodeTunnelMessage(`7|${userNode('1001001')}`);
if (read.ok && read.value.type === TunnelMessageType.Subscribe) {
  document.title = read.value.body;
}
