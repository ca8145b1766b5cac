import { ApplicationRef, DOCUMENT, ErrorHandler, inject, NgZone } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import {
  filter,
  from,
  fromEvent,
  map,
  mergeMap,
  type MonoTypeOperatorFunction,
  Observable,
} from 'rxjs';
import { decodeEventBody, TunnelMessageType } from 'finesse-tunnel/protocol';
import type { Notification } from '../model/notification';
import { readNotifications } from '../notification/read-notifications';
import { TunnelTransport } from '../transport/tunnel-transport';
import { FinesseActions } from './finesse-actions';
import { type Page, perFrame } from './per-frame';
import { renderNow, type Rendering } from './render-now';
import { TUNNEL_CLOCK } from './tunnel-clock';
import { TunnelInbox } from './tunnel-inbox';

/** Reads every event: hands it to watchers at once, and to store and screen once an animation frame. */
export const receiveNotifications = createEffect(
  (
    given = {
      transport: inject(TunnelTransport),
      inbox: inject(TunnelInbox),
      now: inject(TUNNEL_CLOCK),
      document: inject(DOCUMENT),
      rendering: injectRendering(),
    },
  ): Observable<Action> => {
    return given.transport.messages$.pipe(
      filter(({ type }) => type === TunnelMessageType.Event),
      mergeMap(({ body }) => from(receive(body, given.inbox, given.now()))),
      perFrame(pageOf(given.document, given.now)),
      rendered(given.rendering),
      map((notifications) => FinesseActions.notificationsReceived({ notifications })),
    );
  },
  { functional: true },
);

function injectRendering(): Rendering {
  const zone = inject(NgZone);
  return {
    application: inject(ApplicationRef),
    zone,
    hasZone: zone instanceof NgZone,
    failures: inject(ErrorHandler),
  };
}

function pageOf(document: Document, now: () => number): Page {
  return {
    now,
    isHidden: () => document.hidden,
    visibility$: fromEvent(document, 'visibilitychange'),
  };
}

function receive(body: string, inbox: TunnelInbox, at: number): readonly Notification[] {
  const event = decodeEventBody(body);
  if (!event.ok) {
    inbox.report(event.diagnostic);
    return [];
  }
  const { notifications, diagnostics } = readNotifications(event.value, at);
  diagnostics.forEach((diagnostic) => {
    inbox.report(diagnostic);
  });
  notifications.forEach((notification) => {
    inbox.publish(notification);
  });
  return notifications;
}

/** Events arrive outside Angular's zone; one batch is one reason to check for changes. */
function rendered<T>(rendering: Rendering): MonoTypeOperatorFunction<T> {
  return (source) =>
    new Observable<T>((subscriber) =>
      source.subscribe({
        next: (value) => {
          renderNow(rendering, () => {
            subscriber.next(value);
          });
        },
        error: (failure: unknown) => {
          subscriber.error(failure);
        },
        complete: () => {
          subscriber.complete();
        },
      }),
    );
}
