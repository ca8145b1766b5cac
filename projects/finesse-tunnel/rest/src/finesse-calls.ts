import { inject, Injectable } from '@angular/core';
import { map, type Observable } from 'rxjs';
import type { CallVariable, Dialog, DialogAction, ParticipantState } from 'finesse-tunnel';
import { FINESSE_API } from 'finesse-tunnel/protocol';
import type { Outcome } from './confirm-outcome';
import { newDialogOutcome, participantOutcome } from './dialog-outcome';
import type { FinesseCommand } from './finesse-command';
import { FinesseRequests } from './finesse-requests';
import { xmlBody, type XmlChildren } from './xml-body';

/** Whom to call. */
export interface CallRequest {
  /** The caller's own extension. */
  readonly extension: string;
  readonly to: string;
  /** Data that travels with the call; CCE only, CCX refuses it. */
  readonly variables?: readonly CallVariable[];
}

/** Whom to call while the first call waits. */
export interface ConsultRequest {
  readonly extension: string;
  readonly to: string;
}

/** Whom a supervisor listens to. */
export interface MonitorRequest {
  /** The supervisor's own extension. */
  readonly extension: string;
  readonly agentExtension: string;
}

/** Which call a supervisor joins. */
export interface BargeRequest extends MonitorRequest {
  /** The dialog of the silent monitoring that goes on. */
  readonly monitorDialogId: string;
}

/** What to write down about a call. */
export interface CallData {
  readonly variables?: readonly CallVariable[];
  readonly wrapUpReason?: string;
}

/**
 * What agents and supervisors do to calls. Every method makes a cold {@link FinesseCommand}.
 *
 * `extension` is always one's own, and which actions a call allows at the moment its participants tell
 * (`Participant.actions`).
 */
@Injectable({ providedIn: 'root' })
export class FinesseCalls {
  private readonly requests = inject(FinesseRequests);

  /** Calls somebody. `id` is one's own login id. */
  makeCall(id: string, { extension, to, variables }: CallRequest): FinesseCommand {
    return this.post(id, 'MAKE_CALL', {
      fromAddress: extension,
      toAddress: to,
      mediaProperties: variables && { callvariables: { CallVariable: written(variables) } },
    });
  }

  /** Takes a call that rings. */
  answer(dialogId: string, extension: string): FinesseCommand {
    return this.put(dialogId, 'ANSWER', { extension, becomes: 'ACTIVE' });
  }

  /** Lets the other side wait. */
  hold(dialogId: string, extension: string): FinesseCommand {
    return this.put(dialogId, 'HOLD', { extension, becomes: 'HELD' });
  }

  /** Comes back to a call on hold. */
  retrieve(dialogId: string, extension: string): FinesseCommand {
    return this.put(dialogId, 'RETRIEVE', { extension, becomes: 'ACTIVE' });
  }

  /** Leaves a call. With a supervisor's extension it ends silent monitoring. */
  drop(dialogId: string, extension: string): FinesseCommand {
    return this.put(dialogId, 'DROP', { extension, becomes: 'DROPPED' });
  }

  /** Puts the call on hold and calls somebody else, before {@link transfer} or {@link conference}. */
  consult(dialogId: string, { extension, to }: ConsultRequest): FinesseCommand {
    return this.put(dialogId, 'CONSULT_CALL', { extension, more: { toAddress: to } });
  }

  /** Connects the call on hold with the one consulted, and leaves. */
  transfer(dialogId: string, extension: string): FinesseCommand {
    return this.put(dialogId, 'TRANSFER', { extension });
  }

  /** Hands the call over without asking first. */
  transferDirectly(dialogId: string, { extension, to }: ConsultRequest): FinesseCommand {
    return this.put(dialogId, 'TRANSFER_SST', { extension, more: { toAddress: to } });
  }

  /** Joins the call on hold and the one consulted. */
  conference(dialogId: string, extension: string): FinesseCommand {
    return this.put(dialogId, 'CONFERENCE', { extension });
  }

  /** Sends tones: digits, `*`, `#` and `A` to `D`. */
  sendDtmf(
    dialogId: string,
    { extension, digits }: { readonly extension: string; readonly digits: string },
  ): FinesseCommand {
    const more = { actionParams: { ActionParam: { name: 'dtmfString', value: digits } } };
    return this.put(dialogId, 'SEND_DTMF', { extension, more });
  }

  /** Sets call variables, a wrap-up reason, or both. What is not given stays. */
  updateCallData(dialogId: string, { variables, wrapUpReason }: CallData): FinesseCommand {
    const mediaProperties = {
      wrapUpReason,
      callvariables: variables && { CallVariable: written(variables) },
    };
    return this.put(dialogId, 'UPDATE_CALL_DATA', { more: { mediaProperties } });
  }

  /** Starts recording; CCX only. */
  startRecording(dialogId: string, extension: string): FinesseCommand {
    return this.put(dialogId, 'START_RECORDING', { extension });
  }

  /**
   * Listens to an agent of one's team, who does not notice. `supervisorId` is one's own login id; one must be
   * `NOT_READY` and the agent in a call. {@link drop} with the supervisor's extension ends it.
   */
  silentMonitor(
    supervisorId: string,
    { extension, agentExtension }: MonitorRequest,
  ): FinesseCommand {
    return this.post(supervisorId, 'SILENT_MONITOR', {
      fromAddress: extension,
      toAddress: agentExtension,
    });
  }

  /** Joins the call one is listening to, which becomes a conference. */
  bargeCall(supervisorId: string, request: BargeRequest): FinesseCommand {
    return this.post(supervisorId, 'BARGE_CALL', {
      fromAddress: request.extension,
      toAddress: request.agentExtension,
      associatedDialogUri: `${FINESSE_API}/Dialog/${request.monitorDialogId}`,
    });
  }

  /** Puts somebody out of a conference: for supervisors after {@link bargeCall}. `address` is that party's. */
  participantDrop(dialogId: string, address: string): FinesseCommand {
    return this.put(dialogId, 'PARTICIPANT_DROP', { extension: address, becomes: 'DROPPED' });
  }

  private post(
    id: string,
    requestedAction: DialogAction,
    fields: XmlChildren & { readonly fromAddress: string; readonly toAddress: string },
  ): FinesseCommand {
    const path = `User/${encodeURIComponent(id)}/Dialogs`;
    const { fromAddress: from, toAddress: to } = fields;
    return this.requests.change({
      method: 'POST',
      path,
      body: xmlBody('Dialog', { requestedAction, ...fields }),
      // Joining makes no call between the two that was not there before.
      ...(requestedAction === 'BARGE_CALL'
        ? {}
        : { outcome: newDialogOutcome({ from, to }, () => this.dialogsAt(path)) }),
    });
  }

  private put(dialogId: string, requestedAction: DialogAction, wish: DialogWish): FinesseCommand {
    const path = `Dialog/${encodeURIComponent(dialogId)}`;
    const outcome = this.outcomeOf(dialogId, path, wish);
    return this.requests.change({
      method: 'PUT',
      path,
      body: xmlBody('Dialog', {
        targetMediaAddress: wish.extension,
        requestedAction,
        ...wish.more,
      }),
      ...(outcome === undefined ? {} : { outcome }),
    });
  }

  private outcomeOf(
    dialogId: string,
    path: string,
    { extension, becomes }: DialogWish,
  ): Outcome | undefined {
    return extension === undefined || becomes === undefined
      ? undefined
      : participantOutcome({ dialogId, extension }, becomes, () => this.dialogAt(path));
  }

  private dialogAt(path: string): Observable<Dialog> {
    return this.requests.get('dialog', path).pipe(map(({ dialog }) => dialog));
  }

  private dialogsAt(path: string): Observable<readonly Dialog[]> {
    return this.requests.get('dialogs', path).pipe(map(({ dialogs }) => dialogs));
  }
}

interface DialogWish {
  readonly extension?: string;
  /** The state of the participant at that extension when the wish is fulfilled. */
  readonly becomes?: ParticipantState;
  readonly more?: XmlChildren;
}

function written(variables: readonly CallVariable[]): readonly XmlChildren[] {
  return variables.map(({ name, value }) => ({ name, value }));
}
