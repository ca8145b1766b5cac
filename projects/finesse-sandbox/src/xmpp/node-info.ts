import { NS } from './namespaces';
import type { PubsubService } from './pubsub-service';
import { STANZA_ERRORS, type StanzaError } from './stanza-error';
import { attributes } from './stanza-writer';

/** Describes one node, XEP-0060 §5.3: Smack asks before it listens to a node. */
export function nodeInfo(
  pubsub: PubsubService,
  userId: string,
  node: string,
): string | StanzaError {
  switch (pubsub.access(userId, node)) {
    case 'item-not-found':
      return STANZA_ERRORS.itemNotFound;
    case 'forbidden':
      return STANZA_ERRORS.forbidden;
    case 'ok':
      return (
        `<query${attributes({ xmlns: NS.discoInfo, node })}>` +
        `<identity category="pubsub" type="leaf"/><feature var="${NS.pubsub}"/></query>`
      );
  }
}
