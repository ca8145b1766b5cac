import { type EventBody, splitDocuments } from 'finesse-tunnel/protocol';
import type { Diagnostic } from '../model/diagnostic';
import type { Notification } from '../model/notification';
import { readUpdate } from './read-update';
import { readXml } from './xml-reader';

/** What the body of one EVENT message held, in its order. */
export interface NotificationsReading {
  readonly notifications: readonly Notification[];
  /** One for each document that was refused, and one for each detail that made no sense. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the notifications of an EVENT message, one or several documents. A malformed one costs nobody but itself.
 *
 * @param body - What the page forwarded. Never throws, whatever it is.
 * @param receivedAt - When it came, in milliseconds since 1970.
 */
export function readNotifications(
  { node, xml }: EventBody,
  receivedAt: number,
): NotificationsReading {
  const arrival = { node, receivedAt };
  const text = xml.trim();
  if (text === '') {
    return { notifications: [], diagnostics: [withoutPayload(node)] };
  }
  const reading = readDocument(text, arrival, () => readSeveral(text, arrival));
  return reading.diagnostics.length === 0
    ? reading
    : { ...reading, diagnostics: reading.diagnostics.map((found) => ({ ...found, node })) };
}

interface Arrival {
  readonly node: string;
  readonly receivedAt: number;
}

/** Reads one document, as nearly all bodies hold; if it is none, whatever `otherwise` makes of it. */
function readDocument(
  xml: string,
  arrival: Arrival,
  otherwise: () => NotificationsReading | undefined,
): NotificationsReading {
  const document = readXml(xml);
  return document.ok
    ? readUpdate(document.root, { ...arrival, xml })
    : (otherwise() ?? { notifications: [], diagnostics: [document.diagnostic] });
}

function readSeveral(text: string, arrival: Arrival): NotificationsReading | undefined {
  const readHidden = (xml: string): NotificationsReading | undefined =>
    gather(hiddenDocuments(xml), (part) => readDocument(part, arrival, () => undefined));
  const readPart = (xml: string): NotificationsReading =>
    readDocument(xml, arrival, () => readHidden(xml));
  return gather(splitDocuments(text), readPart) ?? readHidden(text);
}

/** `undefined` if there is but one, which was read before. */
function gather(
  documents: readonly string[],
  read: (xml: string) => NotificationsReading,
): NotificationsReading | undefined {
  if (documents.length < 2) {
    return undefined;
  }
  const readings = documents.map((xml) => read(xml.trim()));
  return {
    notifications: readings.flatMap(({ notifications }) => notifications),
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
  };
}

/**
 * A broken document may hide where the next one begins, as nobody can count its unclosed tags: cut at each root.
 * In CDATA and comments the same text may be a customer's and no document at all, so nothing is cut.
 */
function hiddenDocuments(xml: string): readonly string[] {
  return xml.includes('<!')
    ? []
    : xml.split(/(?=<Update[\s>])/).filter((part) => part.trim() !== '');
}

function withoutPayload(node: string): Diagnostic {
  return {
    code: 'event-without-payload',
    message:
      'An event without any document: its item was empty or taken back. Nothing to do, unless it comes often.',
    node,
    excerpt: '',
  };
}
