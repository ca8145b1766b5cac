import type { FastifyBaseLogger } from 'fastify';

import type { ContactCenter } from '../finesse/contact-center';
import type { ExternalServers } from '../sandbox-options';
import { ExternalService } from './external-service';
import { readersOf, standingNodes } from './readers-of';

/** What the services of one node work with. */
export interface ExternalServiceParts {
  readonly contactCenter: ContactCenter;
  readonly capacity: number;
  readonly log: FastifyBaseLogger;
  readonly onAvailability: (userId: string, isAvailable: boolean) => void;
}

/** Makes one publisher for each server of a node; none is started. */
export function makeExternalServices(
  { urls }: ExternalServers,
  { contactCenter, capacity, log, onAvailability }: ExternalServiceParts,
): readonly ExternalService[] {
  return urls.map(
    (url) =>
      new ExternalService({
        shown: url.shown,
        open: async (listener) => {
          // The client takes longer to load than all else together, and few need it.
          const { openXmppLink } = await import('./open-xmpp-link');
          return openXmppLink(url, listener);
        },
        standingNodes: () => standingNodes(contactCenter),
        readersOf: (node) => readersOf(contactCenter, node),
        capacity,
        log,
        agentOf: (local) => contactCenter.user(local)?.id,
        onAvailability,
      }),
  );
}
