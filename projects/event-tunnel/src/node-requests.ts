import {
  EMPTY_API_ERRORS,
  encodeSubscriptionList,
  encodeSubscriptionReply,
  escapeXml,
  type ListedSubscription,
  type TunnelMessage,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';

import type { RequestFailure } from './iq-requests';
import type { Session } from './session';
import { subscriptionRequest, subscriptionsRequest } from './stanzas';

const REQUEST_LIMIT_MS = 10_000;

/** What the requests for nodes work with. */
export interface NodeRequestParts {
  readonly post: (message: TunnelMessage) => void;
  /** The session, once it is connected. */
  readonly session: () => Session | undefined;
  readonly pubsubDomain: () => string;
}

/** Subscribes, unsubscribes and lists; every request of the parent has its reply, whatever happens. */
export class NodeRequests {
  /** What the current session is subscribed to, as far as we asked for it. */
  private readonly nodes = new Set<string>();

  constructor(private readonly parts: NodeRequestParts) {}

  subscribe(node: string): void {
    this.nodes.add(node);
    this.change('subscribe', node, (failure) => {
      if (failure) {
        this.nodes.delete(node);
      }
      this.reply(TunnelMessageType.Subscribe, node, failure);
    });
  }

  unsubscribe(node: string): void {
    this.nodes.delete(node);
    this.change('unsubscribe', node, (failure) => {
      this.reply(TunnelMessageType.Unsubscribe, node, failure);
    });
  }

  /**
   * Unsubscribes from everything, telling each answer; calls `done` after the last, at once if there is nothing.
   * Where the session ends behind it, nothing is told.
   */
  unsubscribeAll(done: () => void): void {
    let open = this.nodes.size;
    if (open === 0) {
      done();
    }
    for (const node of this.nodes) {
      this.nodes.delete(node);
      this.change('unsubscribe', node, (failure) => {
        if (failure?.condition !== 'disconnected') {
          this.reply(TunnelMessageType.Unsubscribe, node, failure);
        }
        if (--open === 0) {
          done();
        }
      });
    }
  }

  /** Forgets what a session that ended was subscribed to. */
  forget(): void {
    this.nodes.clear();
  }

  list(): void {
    const session = this.parts.session();
    if (!session) {
      this.postList(`|${EMPTY_API_ERRORS}`);
      return;
    }
    session.ask(subscriptionsRequest(this.parts.pubsubDomain()), REQUEST_LIMIT_MS, (answer) => {
      this.postList(
        answer instanceof Element
          ? encodeSubscriptionList(readList(answer))
          : `|${writeApiErrors(answer, '')}`,
      );
    });
  }

  private change(
    verb: 'subscribe' | 'unsubscribe',
    node: string,
    answered: (failure?: RequestFailure) => void,
  ): void {
    const session = this.parts.session();
    if (!session) {
      answered({ condition: '', text: '' });
      return;
    }
    const { jid } = session;
    const request = subscriptionRequest(verb, node, {
      jid,
      pubsubDomain: this.parts.pubsubDomain(),
    });
    session.ask(request, REQUEST_LIMIT_MS, (answer) => {
      answered(answer instanceof Element ? undefined : answer);
    });
  }

  private reply(
    type: typeof TunnelMessageType.Subscribe | typeof TunnelMessageType.Unsubscribe,
    node: string,
    failure: RequestFailure | undefined,
  ): void {
    const error = failure ? { error: writeApiErrors(failure, node) } : {};
    this.parts.post({ type, body: encodeSubscriptionReply({ node, ...error }) });
  }

  private postList(body: string): void {
    this.parts.post({ type: TunnelMessageType.Subscriptions, body });
  }
}

/** Writes a failure as Finesse's own errors look; without a condition as Cisco's page does, when nobody was asked. */
function writeApiErrors({ condition, text }: RequestFailure, node: string): string {
  if (condition === '') {
    return EMPTY_API_ERRORS;
  }
  return (
    `<ApiErrors><ApiError><ErrorType>${escapeXml(condition)}</ErrorType>` +
    `<ErrorMessage>${escapeXml(text)}</ErrorMessage><ErrorData>${escapeXml(node)}</ErrorData></ApiError></ApiErrors>`
  );
}

function readList(answer: Element): ListedSubscription[] {
  const read = (element: Element): ListedSubscription => ({
    node: element.getAttribute('node') ?? '',
    jid: element.getAttribute('jid') ?? '',
    status: element.getAttribute('subscription') ?? '',
  });
  return Array.from(answer.getElementsByTagName('subscription'), read);
}
