import type { Notification } from '../model/notification';
import { TunnelInbox } from './tunnel-inbox';

const USER = '/finesse/api/User/2101';
const MEDIA = `${USER}/Media`;

function on(node: string): Notification {
  const envelope = {
    node,
    event: 'PUT',
    requestId: '',
    source: node,
    receivedAt: 1,
    xml: '',
  } as const;
  return { ...envelope, kind: 'unknown', resource: 'Example' };
}

function setup() {
  const inbox = new TunnelInbox();
  const heard: string[] = [];
  const hear = (node: string) =>
    inbox.ofNode(node).subscribe((notification) => heard.push(`${node} ← ${notification.node}`));
  return { inbox, heard, hear };
}

describe('TunnelInbox', () => {
  it('gives a notification to everybody who hears its node, and to nobody else', () => {
    const { inbox, heard, hear } = setup();
    hear(USER);
    hear(USER);
    hear(`${USER}/Dialogs`);

    inbox.publish(on(USER));

    expect(heard).toEqual([`${USER} ← ${USER}`, `${USER} ← ${USER}`]);
  });

  it('gives every notification to whoever hears all, in order', () => {
    const { inbox } = setup();
    const nodes: string[] = [];
    inbox.notifications$.subscribe(({ node }) => nodes.push(node));

    inbox.publish(on(USER));
    inbox.publish(on(MEDIA));

    expect(nodes).toEqual([USER, MEDIA]);
  });

  it('takes one medium for a part of all media, and not the other way round', () => {
    const { inbox, heard, hear } = setup();
    hear(MEDIA);
    hear(`${MEDIA}/5001`);

    inbox.publish(on(`${MEDIA}/5001`));
    inbox.publish(on(MEDIA));
    inbox.publish(on(`${MEDIA}/5001/Deeper`));

    expect(heard).toEqual([
      `${MEDIA}/5001 ← ${MEDIA}/5001`,
      `${MEDIA} ← ${MEDIA}/5001`,
      `${MEDIA} ← ${MEDIA}`,
    ]);
  });

  it('lets go of a node that nobody hears, not of one that somebody does', () => {
    const { inbox, heard, hear } = setup();
    const first = inbox.ofNode(USER);
    const hearing = hear(USER);

    inbox.release(USER);
    expect(inbox.ofNode(USER)).toBe(first);
    hearing.unsubscribe();
    inbox.release(USER);

    expect(inbox.ofNode(USER)).not.toBe(first);
    inbox.publish(on(USER));
    expect(heard).toEqual([]);
  });

  it('passes on what was reported', () => {
    const { inbox } = setup();
    const codes: string[] = [];
    inbox.diagnostics$.subscribe(({ code }) => codes.push(code));

    inbox.report({ code: 'unknown-status', message: 'A word.', excerpt: '' });

    expect(codes).toEqual(['unknown-status']);
  });
});
