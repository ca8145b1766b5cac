import type { Clock } from './clock';
import { NS_STANZAS } from './namespaces';
import { iq, type IqRequest } from './stanzas';

/** Why a request was not granted: the server's condition, or ours (`timeout`, `disconnected`). */
export interface RequestFailure {
  readonly condition: string;
  /** The server's words, often empty. */
  readonly text: string;
}

/** Called once: with the answer, or with the reason why there is none. */
export type Answered = (answer: Element | RequestFailure) => void;

/** Sends iq requests and brings each its answer: exactly one, also when the server stays silent or goes away. */
export class IqRequests {
  private readonly waiting = new Map<string, Answered>();
  /** Not to be guessed: other users could send us answers of their own. */
  private readonly prefix = crypto.randomUUID();
  private count = 0;

  constructor(
    private readonly clock: Clock,
    private readonly send: (stanza: string) => void,
  ) {}

  /** Sends a request and waits `timeoutMs` for its answer. */
  ask(request: IqRequest, timeoutMs: number, answered: Answered): void {
    const id = `${this.prefix}-${++this.count}`;
    const cancel = this.clock.after(timeoutMs, () =>
      this.settle(id, { condition: 'timeout', text: '' }),
    );
    this.waiting.set(id, (answer) => {
      cancel();
      answered(answer);
    });
    this.send(iq(id, request));
  }

  /** Takes an iq of type result or error; one that nobody waits for is passed over. */
  receive(answer: Element): void {
    const isResult = answer.getAttribute('type') === 'result';
    this.settle(answer.getAttribute('id') ?? '', isResult ? answer : readFailure(answer));
  }

  /** Tells everyone who still waits that no answer will come. */
  failAll(failure: RequestFailure): void {
    for (const id of [...this.waiting.keys()]) {
      this.settle(id, failure);
    }
  }

  private settle(id: string, answer: Element | RequestFailure): void {
    const answered = this.waiting.get(id);
    this.waiting.delete(id);
    answered?.(answer);
  }
}

/** Reads the condition of an error stanza, RFC 6120 §8.3. */
function readFailure(answer: Element): RequestFailure {
  const text = answer.getElementsByTagNameNS(NS_STANZAS, 'text')[0]?.textContent ?? '';
  const [condition] = answer.getElementsByTagNameNS(NS_STANZAS, '*');
  return { condition: condition?.localName ?? 'undefined-condition', text };
}
