import { NS } from './namespaces';
import type { XmlElement } from './xml-element';

/** A client's `body`, XEP-0124 §7 onwards, with its numbers read. */
export interface BoshRequest {
  readonly rid: number;
  readonly sid: string | undefined;
  readonly to: string | undefined;
  readonly hold: number;
  /** Seconds. */
  readonly wait: number;
  readonly wantsAcks: boolean;
  readonly isRestart: boolean;
  readonly isTerminate: boolean;
  /** Seconds the client will be silent, if it asks for a pause. */
  readonly pause: number | undefined;
  readonly stanzas: readonly XmlElement[];
}

const MAX_RID = Number.MAX_SAFE_INTEGER;
const MAX_WAIT = 60;

/** @returns `undefined` when the element is no body, or one of its numbers is none. */
export function readBoshBody(element: XmlElement): BoshRequest | undefined {
  const rid = number(element.attribute('rid'));
  const hold = number(element.attribute('hold') ?? '1');
  const wait = number(element.attribute('wait') ?? MAX_WAIT.toString());
  const pauseText = element.attribute('pause');
  const pause = pauseText === undefined ? undefined : number(pauseText);
  const isBody = element.name === 'body' && element.namespace === NS.httpBind;
  const isPauseRead = (pauseText === undefined) === (pause === undefined);
  if (!isBody || !isPauseRead || rid === undefined || hold === undefined || wait === undefined) {
    return undefined;
  }
  return {
    rid,
    sid: element.attribute('sid'),
    to: element.attribute('to')?.toLowerCase(),
    // One held request is all a browser needs, and all that `requests="2"` leaves room for.
    hold: Math.min(hold, 1),
    wait: Math.min(wait, MAX_WAIT),
    wantsAcks: element.attribute('ack') === '1',
    isRestart: element.attribute(`{${NS.xbosh}}restart`) === 'true',
    isTerminate: element.attribute('type') === 'terminate',
    pause,
    stanzas: element.children,
  };
}

function number(text: string | undefined): number | undefined {
  const value = text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return value <= MAX_RID ? value : undefined;
}

/** The terminate conditions of XEP-0124 §17.2 that this server sends. */
export type TerminateCondition =
  | 'bad-request'
  | 'host-unknown'
  | 'improper-addressing'
  | 'item-not-found'
  | 'policy-violation'
  | 'remote-stream-error'
  | 'system-shutdown';

/** Writes the body that ends a session, or tells a stranger why there is none. */
export function writeTerminate(condition?: TerminateCondition, content = ''): string {
  const why = condition === undefined ? '' : ` condition="${condition}"`;
  const head = `<body xmlns="${NS.httpBind}" xmlns:stream="${NS.streams}" type="terminate"${why}`;
  return content === '' ? `${head}/>` : `${head}>${content}</body>`;
}
