import type { Clock } from './clock';
import { NS_STANZAS } from './namespaces';
import { randomDigits } from './random-digits';
import { attributeOf, elementsOf, type IqRequest, writeStanza } from './stanzas';

/** Why a request was not granted: the server's condition, or ours (`timeout`, `disconnected`). */
export interface RequestFailure {
  readonly condition: string;
  /** The server's words, often empty. */
  readonly text: string;
}

/** Called once: with the reason where the request was not granted, and with the server's answer where there is one. */
export type Answered = (failure: RequestFailure | undefined, answer?: Element) => void;

/** Sends iq requests and brings each its answer: exactly one, also when the server stays silent or goes away. */
export class IqRequests {
  private readonly waiting = new Map<string, Answered>();

  constructor(
    private readonly clock: Clock,
    private readonly send: (stanza: string) => void,
  ) {}

  /** Sends a request and waits `timeoutMs` for its answer. */
  ask({ content, ...request }: IqRequest, timeoutMs: number, answered: Answered): void {
    // Not to be guessed: other users could send us answers of their own.
    const id = randomDigits(4);
    const cancel = this.clock.after(timeoutMs, () => this.settle(id, failureOf('timeout')));
    this.waiting.set(id, (failure, answer) => {
      cancel();
      answered(failure, answer);
    });
    this.send(writeStanza('iq', { id, ...request }, content));
  }

  /** Takes an iq of type result or error; one that nobody waits for is passed over. */
  receive(answer: Element): void {
    // RFC 6120 §8.3: an error holds its condition, in any order with words.
    const parts = elementsOf(answer, '*', NS_STANZAS);
    const text = parts.find(({ localName }) => localName === 'text');
    const condition = parts.find((part) => part !== text)?.localName ?? 'undefined-condition';
    const failure = { condition, text: text?.textContent ?? '' };
    const isError = attributeOf(answer, 'type') === 'error';
    this.settle(attributeOf(answer, 'id'), isError ? failure : undefined, answer);
  }

  /** Tells everyone who still waits that no answer will come. */
  failAll(): void {
    for (const id of this.waiting.keys()) {
      this.settle(id, failureOf('disconnected'));
    }
  }

  private settle(id: string, failure?: RequestFailure, answer?: Element): void {
    const answered = this.waiting.get(id);
    this.waiting.delete(id);
    answered?.(failure, answer);
  }
}

function failureOf(condition: string): RequestFailure {
  return { condition, text: '' };
}
