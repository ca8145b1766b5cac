import { catchError, map, type Observable, of, throwError } from 'rxjs';
import type { Dialog, Notification, ParticipantState } from 'finesse-tunnel';
import type { Outcome } from './confirm-outcome';
import { FinesseApiError } from './finesse-api-error';

/** A participant of a dialog came to a state; one that dropped may be gone with the whole dialog. */
export function participantOutcome(
  { dialogId, extension }: { readonly dialogId: string; readonly extension: string },
  state: ParticipantState,
  load: () => Observable<Dialog>,
): Outcome {
  const isThere = ({ participants = [] }: Dialog): boolean => {
    const own = participants.find(({ mediaAddress }) => mediaAddress === extension);
    return own === undefined ? state === 'DROPPED' : own.state === state;
  };
  return {
    isShownBy: (notification) =>
      dialogsIn(notification).some(
        (dialog) =>
          dialog.id === dialogId &&
          (notification.event === 'DELETE' ? state === 'DROPPED' : isThere(dialog)),
      ),
    ask: () =>
      load().pipe(
        map(isThere),
        catchError((failure: unknown) =>
          state === 'DROPPED' && failure instanceof FinesseApiError && failure.status === 404
            ? of(true)
            : throwError(() => failure),
        ),
      ),
  };
}

/** A dialog between two addresses came into being. */
export function newDialogOutcome(
  { from, to }: { readonly from: string; readonly to: string },
  load: () => Observable<readonly Dialog[]>,
): Outcome {
  const isIt = ({ fromAddress, toAddress }: Dialog): boolean =>
    fromAddress === from && toAddress === to;
  return {
    isShownBy: (notification) =>
      notification.event === 'POST' && dialogsIn(notification).some(isIt),
    ask: () => load().pipe(map((dialogs) => dialogs.some(isIt))),
  };
}

function dialogsIn(notification: Notification): readonly Dialog[] {
  switch (notification.kind) {
    case 'dialog':
      return [notification.dialog];
    case 'dialogs':
      return notification.dialogs;
    default:
      return [];
  }
}
