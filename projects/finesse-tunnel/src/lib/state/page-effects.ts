import { inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { EMPTY, ignoreElements, mergeMap, type Observable, of, tap } from 'rxjs';
import {
  decodePresenceBody,
  decodeSubscriptionReply,
  readTunnelStatus,
  type TunnelMessage,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';
import { TunnelTransport } from '../transport/tunnel-transport';
import { TUNNEL_CLOCK } from './tunnel-clock';
import { TunnelInbox } from './tunnel-inbox';
import { TunnelPageActions } from './tunnel-page-actions';

/** Announces what the page says about the connection, about subscriptions and about presence. */
export const announcePage = createEffect(
  (
    transport = inject(TunnelTransport),
    inbox = inject(TunnelInbox),
    now = inject(TUNNEL_CLOCK),
  ): Observable<Action> => {
    return transport.messages$.pipe(
      mergeMap((message) => {
        switch (message.type) {
          case TunnelMessageType.Status:
            return of(statusAction(message.body, inbox, now()));
          case TunnelMessageType.ResourceId:
            return of(TunnelPageActions.resourceTold({ resource: message.body }));
          case TunnelMessageType.Subscribe:
            return of(
              TunnelPageActions.subscriptionAnswered(decodeSubscriptionReply(message.body)),
            );
          case TunnelMessageType.Unsubscribe:
            return of(
              TunnelPageActions.unsubscriptionAnswered(decodeSubscriptionReply(message.body)),
            );
          case TunnelMessageType.Presence:
            return presenceActions(message.body, inbox);
          case TunnelMessageType.Event: // read by `receiveNotifications`
          case TunnelMessageType.Logging: // a flood, and personal data
          case TunnelMessageType.Subscriptions:
            return EMPTY;
          default:
            reportUnexpected(message, inbox);
            return EMPTY;
        }
      }),
    );
  },
  { functional: true },
);

/** Passes on what the transport refused. */
export const reportRefused = createEffect(
  (transport = inject(TunnelTransport), inbox = inject(TunnelInbox)) => {
    return transport.diagnostics$.pipe(
      tap((diagnostic) => {
        inbox.report(diagnostic);
      }),
      ignoreElements(),
    );
  },
  { functional: true, dispatch: false },
);

function statusAction(body: string, inbox: TunnelInbox, at: number): Action {
  const status = readTunnelStatus(body);
  if (status === 'unknown') {
    inbox.report({
      code: 'unknown-status',
      message: 'The tunnel page reported a status that is none of the known words. It is ignored.',
      excerpt: body.slice(0, 120),
    });
  }
  return TunnelPageActions.statusChanged({ status, at });
}

function presenceActions(body: string, inbox: TunnelInbox): Observable<Action> {
  const presence = decodePresenceBody(body);
  if (presence.ok) {
    return of(TunnelPageActions.presenceReceived({ presence: presence.value }));
  }
  inbox.report(presence.diagnostic);
  return EMPTY;
}

/** The body is not quoted: a page that confuses directions may echo a secret. */
function reportUnexpected({ type }: TunnelMessage, inbox: TunnelInbox): void {
  inbox.report({
    code: 'unexpected-message',
    message: `The tunnel page sent a message of type ${String(type)}, which only a portal sends. It is ignored.`,
    excerpt: '',
  });
}
