import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { type Client, client, xml } from '@xmpp/client';
import { agentJid } from 'finesse-tunnel/protocol';

import { explainLinkFailure } from './explain-link-failure';
import type { OutboxEntry } from './outbox';
import {
  LinkFailure,
  type LinkListener,
  type NodeReaders,
  type PublisherLink,
  PublishRefusal,
} from './publisher-link';
import {
  createRequest,
  deleteRequest,
  membersRequest,
  type Piece,
  pingRequest,
  publishRequest,
} from './pubsub-stanzas';
import type { ServiceUrl } from './service-url';

const SIGN_IN_LIMIT_MS = 10_000;
/** A server that leaves a request unanswered for so long stands still. */
const ANSWER_LIMIT_MS = 10_000;

/**
 * Signs in with \@xmpp/client, once: it does not reconnect by itself here, because what was in flight
 * has to be sent again first.
 *
 * @throws LinkFailure
 */
export async function openXmppLink(
  url: ServiceUrl,
  listener: LinkListener,
): Promise<PublisherLink> {
  const { service, domain, user, password } = url;
  // A resource of its own, or two sandboxes on one server would throw each other out for ever.
  const resource = `finesse-${randomUUID().slice(0, 8)}`;
  const session = client({ service, domain, resource, username: user, password });
  session.reconnect.stop();
  const link = new XmppLink(session, url, listener);
  const limit = new AbortController();
  try {
    const late = sleep(SIGN_IN_LIMIT_MS, undefined, { signal: limit.signal }).then(() => {
      throw new Error('timeout');
    });
    late.catch(() => undefined);
    await Promise.race([session.start(), late]);
    return link;
  } catch (error) {
    await link.close();
    throw explainLinkFailure(url, error);
  } finally {
    limit.abort();
  }
}

class XmppLink implements PublisherLink {
  readonly closed: Promise<string>;
  private reason = 'the connection broke';
  /** Rejects the requests that wait for an answer which cannot come any more. */
  private readonly giveUp = new Set<(failure: LinkFailure) => void>();

  constructor(
    private readonly session: Client,
    private readonly url: ServiceUrl,
    listener: LinkListener,
  ) {
    this.closed = new Promise((resolve) => {
      session.on('disconnect', () => {
        this.giveUp.forEach((reject) => reject(new LinkFailure(this.reason, false)));
        resolve(this.reason);
      });
    });
    session.on('error', (error: Error) => (this.reason = conditionOf(error) ?? error.message));
    session.on('stanza', (stanza) => {
      const { from, type } = stanza.attrs;
      const isKnown = type === undefined || type === 'unavailable';
      if (stanza.is('presence') && typeof from === 'string' && isKnown) {
        listener.presence(from, type === undefined);
      }
    });
  }

  async createNode(node: string, readers: NodeReaders): Promise<void> {
    try {
      await this.ask(createRequest(this.pubsub, node, readers));
    } catch (error) {
      // It is there from an earlier run, or somebody made it meanwhile.
      if (conditionOf(error) !== 'conflict') {
        throw error;
      }
    }
    if (readers !== 'everyone' && readers.length > 0) {
      const jids = readers.map((id) => agentJid(id, this.url.domain));
      await this.ask(membersRequest(this.pubsub, node, jids));
    }
  }

  async publish(entry: OutboxEntry): Promise<void> {
    await this.ask(publishRequest(this.pubsub, entry));
  }

  async deleteNode(node: string): Promise<void> {
    await this.ask(deleteRequest(this.pubsub, node));
  }

  async setPresence(isAvailable: boolean): Promise<void> {
    await this.session.send(xml('presence', isAvailable ? {} : { type: 'unavailable' }));
  }

  async ping(): Promise<void> {
    await this.ask(pingRequest(this.url.domain));
  }

  async close(): Promise<void> {
    await this.session.stop().catch(() => undefined);
  }

  private get pubsub(): string {
    return `pubsub.${this.url.domain}`;
  }

  /** An answer that is about the item is told as such; silence, or "not now", breaks the connection. */
  private async ask(request: Piece): Promise<void> {
    try {
      await this.untilClosed(this.session.iqCaller.request(request, ANSWER_LIMIT_MS));
    } catch (error) {
      if (error instanceof LinkFailure) {
        throw error;
      }
      const condition = conditionOf(error);
      if (condition !== undefined && Reflect.get(Object(error), 'type') !== 'wait') {
        throw new PublishRefusal(condition);
      }
      throw new LinkFailure(condition ?? 'the server does not answer', false);
    }
  }

  private async untilClosed(answer: Promise<unknown>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.giveUp.add(reject);
      answer.then(() => resolve(), reject).finally(() => this.giveUp.delete(reject));
    });
  }
}

/** The condition of a stanza or stream error. */
function conditionOf(error: unknown): string | undefined {
  const condition: unknown = Reflect.get(Object(error), 'condition');
  return typeof condition === 'string' ? condition : undefined;
}
