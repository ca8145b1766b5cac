import { type Decoded, decoded, refused } from './decoded';
import { escapeXml, unescapeXml } from './xml-text';

/** What a PRESENCE message tells. */
export interface PresenceBody {
  /** Whose presence it is: a full or bare JID. */
  readonly from: string;
  /** `available`, or the stanza's type: `unavailable`, `subscribe`, `error`… */
  readonly type: string;
}

/**
 * Writes a presence as Cisco's page does: children `from` and `type`, the latter empty for an available one.
 */
export function encodePresenceBody({ from, type }: PresenceBody): string {
  const typeElement = type === 'available' ? '<type/>' : `<type>${escapeXml(type)}</type>`;
  return `<presence><from>${escapeXml(from)}</from>${typeElement}</presence>`;
}

/**
 * Reads a presence. `<type/>`, no type and the text `null` all mean available, as Cisco's converter writes
 * any of the three; its text is not escaped either, so this reads by pattern and not as strict XML.
 */
export function decodePresenceBody(body: string): Decoded<PresenceBody> {
  const from = childText(body, 'from');
  if (from === undefined || from === '' || from === 'null') {
    return refused(
      'bad-presence',
      'A presence names its sender in a "from" element; this one does not.',
      body,
    );
  }
  const type = childText(body, 'type') ?? '';
  return decoded({ from, type: type === '' || type === 'null' ? 'available' : type });
}

function childText(xml: string, name: string): string | undefined {
  const open = `<${name}>`;
  const start = xml.indexOf(open);
  if (start < 0) {
    return undefined;
  }
  const end = xml.indexOf(`</${name}>`, start);
  return end < 0 ? undefined : unescapeXml(xml.slice(start + open.length, end)).trim();
}
