import { randomInt, randomUUID } from 'node:crypto';

import { escapeXml } from 'finesse-tunnel/protocol';

import { attributes } from './stanza-writer';
import { NS } from './namespaces';

const ID_CHARACTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const ID_LENGTH = 8;

/** What an event is made of. */
export interface EventContent {
  readonly node: string;
  readonly payload: string;
  readonly isBroken: boolean;
}

/**
 * A notification written once, whatever the number of its readers: a reader only adds its address.
 * The payload is text, so it is escaped once more than it was as a document. No `type` attribute.
 */
export class EventMessage {
  private static itemNumber = 0;
  private readonly head: string;
  private readonly tail: string;

  constructor(pubsubDomain: string, { node, payload, isBroken }: EventContent) {
    EventMessage.itemNumber += 1;
    const item = `${randomUUID()}${EventMessage.itemNumber.toString()}`;
    this.head = `<message${attributes({ xmlns: NS.client, from: pubsubDomain, id: messageId() })} to="`;
    this.tail =
      `"><event xmlns="${NS.pubsubEvent}"><items node="${escapeXml(node)}"><item id="${item}">` +
      `<notification xmlns="${NS.pubsub}">${escapeXml(payload)}</notification>` +
      (isBroken ? '' : '</item></items></event></message>');
  }

  /** @param escapedJid - The reader's address, already escaped for an attribute. */
  to(escapedJid: string): string {
    return this.head + escapedJid + this.tail;
  }
}

function messageId(): string {
  let id = '';
  while (id.length < ID_LENGTH) {
    id += ID_CHARACTERS.charAt(randomInt(ID_CHARACTERS.length));
  }
  return id;
}
