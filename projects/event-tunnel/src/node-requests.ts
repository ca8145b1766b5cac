import {
  EMPTY_API_ERRORS,
  type ListedSubscription,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';

import type { Answered, RequestFailure } from './iq-requests';
import { NS_PUBSUB } from './namespaces';
import type { Session } from './session';
import { attributeOf, elementsOf, escapeText, type IqRequest, writeElement } from './stanzas';
import type { Post } from './tunnel';

const REQUEST_LIMIT_MS = 10_000;

/** What the requests for nodes work with. */
export interface NodeRequestParts {
  readonly post: Post;
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
    this.change(TunnelMessageType.Subscribe, node);
  }

  /** @param done - Called after the answer; where the session ends meanwhile, that alone is told. */
  unsubscribe(node: string, done?: () => void): void {
    this.nodes.delete(node);
    this.change(TunnelMessageType.Unsubscribe, node, done);
  }

  /** Unsubscribes from everything, telling each answer; calls `done` after the last, at once if there is nothing. */
  unsubscribeAll(done: () => void): void {
    let open = this.nodes.size;
    if (!open) {
      done();
    }
    for (const node of this.nodes) {
      this.unsubscribe(node, () => {
        if (!--open) {
          done();
        }
      });
    }
  }

  /** Forgets what a session that ended was subscribed to. */
  forget(): void {
    this.nodes.clear();
  }

  /** Asks for all subscriptions of the account, XEP-0060 §5.6. */
  list(): void {
    this.ask('get', writeElement('subscriptions', {}), (failure, answer) => {
      const list = answer && elementsOf(answer, 'subscription').map(readSubscription);
      const body = failure ? `|${writeApiErrors(failure, '')}` : JSON.stringify(list);
      this.parts.post(TunnelMessageType.Subscriptions, body);
    });
  }

  /** XEP-0060 §6.1 and §6.2. */
  private change(type: Change, node: string, done?: () => void): void {
    const isWanted = type === TunnelMessageType.Subscribe;
    const verb = isWanted ? 'subscribe' : 'unsubscribe';
    const jid = this.parts.session()?.jid;
    this.ask('set', writeElement(verb, { node, jid }), (failure) => {
      if (isWanted && failure) {
        this.nodes.delete(node);
      }
      if (!done || failure?.condition !== 'disconnected') {
        this.parts.post(type, failure ? `${node}|${writeApiErrors(failure, node)}` : node);
      }
      done?.();
    });
  }

  private ask(type: IqRequest['type'], content: string, answered: Answered): void {
    const session = this.parts.session();
    if (session) {
      const request = {
        type,
        to: this.parts.pubsubDomain(),
        content: writeElement('pubsub', { xmlns: NS_PUBSUB }, content),
      };
      session.ask(request, REQUEST_LIMIT_MS, answered);
    } else {
      answered({ condition: '', text: '' });
    }
  }
}

type Change = typeof TunnelMessageType.Subscribe | typeof TunnelMessageType.Unsubscribe;

/** Writes a failure as Finesse's own errors look; without a condition as Cisco's page does, when nobody was asked. */
function writeApiErrors({ condition, text }: RequestFailure, node: string): string {
  const write = (name: string, value: string): string => `<${name}>${escapeText(value)}</${name}>`;
  const parts =
    write('ErrorType', condition) + write('ErrorMessage', text) + write('ErrorData', node);
  return condition ? `<ApiErrors><ApiError>${parts}</ApiError></ApiErrors>` : EMPTY_API_ERRORS;
}

function readSubscription(element: Element): ListedSubscription {
  return {
    node: attributeOf(element, 'node'),
    jid: attributeOf(element, 'jid'),
    status: attributeOf(element, 'subscription'),
  };
}
