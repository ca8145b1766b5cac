import { inject, NgZone } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import type { Action } from '@ngrx/store';
import { filter, from, map, mergeMap, Observable } from 'rxjs';
import { decodeEventBody, TunnelMessageType } from 'finesse-tunnel/protocol';
import type { Notification } from '../model/notification';
import { readNotifications } from '../notification/read-notifications';
import { TunnelTransport } from '../transport/tunnel-transport';
import { FinesseActions } from './finesse-actions';
import { perFrame } from './per-frame';
import { TUNNEL_CLOCK } from './tunnel-clock';
import { TunnelInbox } from './tunnel-inbox';

/** Reads every event: hands it to watchers at once, and to the store once per animation frame. */
export const receiveNotifications = createEffect(
  (
    given = {
      transport: inject(TunnelTransport),
      inbox: inject(TunnelInbox),
      now: inject(TUNNEL_CLOCK),
      zone: inject(NgZone),
    },
  ): Observable<Action> => {
    return given.transport.messages$.pipe(
      filter(({ type }) => type === TunnelMessageType.Event),
      mergeMap(({ body }) => from(receive(body, given.inbox, given.now()))),
      perFrame(given.now),
      insideZone(given.zone),
      map((notifications) => FinesseActions.notificationsReceived({ notifications })),
    );
  },
  { functional: true },
);

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
function insideZone<T>(zone: Pick<NgZone, 'run'>): (source: Observable<T>) => Observable<T> {
  return (source) =>
    new Observable<T>((subscriber) =>
      source.subscribe({
        next: (value) => {
          zone.run(() => {
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
