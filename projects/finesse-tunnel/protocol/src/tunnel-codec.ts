import { type Decoded, decoded, refused } from './decoded';
import { type TunnelMessage, TunnelMessageType } from './tunnel-message';

const WIRE_FORM = /^(\d{1,4})\|/;

/** Writes a message in the form that `postMessage` carries: `type|body`. */
export function encodeTunnelMessage(message: TunnelMessage): string {
  return `${message.type}|${message.body}`;
}

/**
 * Reads what `postMessage` delivered.
 *
 * Cisco's own code takes a string without `|` for an event and throws on anything that is no string;
 * extensions and developer tools post such things to every window, so here both are told, not obeyed.
 *
 * @param wire - The untrusted `MessageEvent.data`, of any type.
 * @returns The message, or why there is none. Never throws.
 *
 * @example
 * ```ts
 * decodeTunnelMessage('7|/finesse/api/User/1001');
 * // { ok: true, value: { type: TunnelMessageType.Subscribe, body: '/finesse/api/User/1001' } }
 * ```
 */
export function decodeTunnelMessage(wire: unknown): Decoded<TunnelMessage> {
  if (typeof wire !== 'string') {
    return refused(
      'not-a-string',
      'A tunnel message is a string; something else was posted to this window. Other scripts do that: ignore it.',
      wire,
    );
  }
  const head = WIRE_FORM.exec(wire);
  if (head === null) {
    return refused(
      'no-separator',
      'A tunnel message begins with a number and "|"; this string does not.',
      wire,
    );
  }
  const type = Number(head[1]);
  if (!isTunnelMessageType(type)) {
    return refused(
      'unknown-type',
      `Tunnel messages have the types 0 to 16; this one says ${String(type)}.`,
      wire,
    );
  }
  return decoded({ type, body: wire.slice(head[0].length) });
}

/** Whether a number is one of the known message types. */
export function isTunnelMessageType(type: number): type is TunnelMessageType {
  // They have no gaps.
  return Number.isInteger(type) && type >= 0 && type <= TunnelMessageType.ContainerConfig;
}
