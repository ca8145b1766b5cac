import { ContactCenter, type ContactCenterOptions } from '../contact-center';
import type { Publication } from '../publication';
import { type BodyElement, readXmlBody } from '../rest/xml-body';
import { ManualClock } from './manual-clock';

/** A small contact centre whose clock stands still, and everything it published since. */
export interface TestedContactCenter {
  readonly contactCenter: ContactCenter;
  readonly clock: ManualClock;
  readonly published: Publication[];
  /** What was published on a node, read. */
  readonly on: (node: string) => readonly TestedUpdate[];
  /** Lets CTI do what was asked of it. */
  readonly settle: () => void;
}

/** A notification, read. */
export interface TestedUpdate {
  readonly event: string;
  readonly requestId: string;
  readonly source: string;
  /** The one child of `data`. */
  readonly data: BodyElement;
}

/** Makes a contact centre of 2 teams, 4 agents and 2 queues, unless told otherwise. */
export function makeContactCenter(
  options: Partial<ContactCenterOptions> = {},
): TestedContactCenter {
  const clock = new ManualClock();
  const contactCenter = new ContactCenter({
    teams: 2,
    agents: 4,
    queues: 2,
    password: 'open sesame',
    seed: 1,
    deployment: 'ucce',
    clock,
    ...options,
  });
  const published: Publication[] = [];
  contactCenter.onPublication((publication) => published.push(publication));
  return {
    contactCenter,
    clock,
    published,
    on: (node) =>
      published.filter((one) => one.node === node).map((one) => readUpdate(one.payload)),
    settle: () => {
      clock.advance(100);
    },
  };
}

/** Reads the document of a notification. */
export function readUpdate(payload: string): TestedUpdate {
  const update = readXmlBody(new TextEncoder().encode(payload));
  const child = (name: string) => update.children.find((one) => one.name === name);
  const data = child('data')?.children[0];
  if (update.name !== 'Update' || data === undefined) {
    throw new Error(`Not a notification: ${payload}`);
  }
  return {
    event: child('event')?.text ?? '',
    requestId: child('requestId')?.text ?? '',
    source: child('source')?.text ?? '',
    data,
  };
}
