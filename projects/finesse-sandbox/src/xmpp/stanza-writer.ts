import { escapeXml } from 'finesse-tunnel/protocol';

import { NS } from './namespaces';
import { type StanzaError, writeStanzaError } from './stanza-error';
import type { XmlElement } from './xml-element';

/** The stanza an answer belongs to: its `id` and `to` come back in the answer. */
export interface IqAddress {
  readonly id: string;
  /** Who asks. */
  readonly jid: string;
  /** Whom they asked; absent if they left `to` out, which means the server (RFC 6120 §10.3.3). */
  readonly to: string | undefined;
}

/** Writes an iq of type result around `content`. */
export function writeIqResult(address: IqAddress, content = ''): string {
  return `<iq${answerAttributes(address, 'result')}>${content}</iq>`;
}

/** Writes an iq of type error. */
export function writeIqError(address: IqAddress, error: StanzaError): string {
  return `<iq${answerAttributes(address, 'error')}>${writeStanzaError(error)}</iq>`;
}

/** Writes a presence; `type` is absent for an available one. */
export function writePresence(from: string, to: string, type?: 'unavailable'): string {
  return `<presence${attributes({ xmlns: NS.client, from, to, type })}/>`;
}

/** Sends a message or presence back to its sender with the reason why it went nowhere. */
export function writeBounce(stanza: XmlElement, to: string, error: StanzaError): string {
  const id = stanza.attribute('id');
  const from = stanza.attribute('to');
  const head = attributes({ xmlns: NS.client, type: 'error', id, from, to });
  return `<${stanza.name}${head}>${writeStanzaError(error)}</${stanza.name}>`;
}

/** Writes attributes with a leading blank each; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(value)}"`))
    .join('');
}

function answerAttributes({ id, jid, to }: IqAddress, type: 'result' | 'error'): string {
  return attributes({ xmlns: NS.client, type, id, to: jid, from: to });
}
