import { Component, computed, inject, signal } from '@angular/core';
import { EventTunnelService, liveResource } from 'finesse-tunnel';
import { FinesseApi, type FinesseApiError } from 'finesse-tunnel/rest';

/** An agent's own desk: state and calls as signals, and the buttons that change them. Nothing here knows NgRx. */
@Component({
  selector: 'app-root',
  template: `
    <h1>My desk</h1>
    <p role="status">{{ tunnel.status().phase }}</p>
    @if (signedIn() === undefined) {
      <form (submit)="signIn($event, id.value, password.value)">
        <label>Agent ID <input #id value="1001001" autocomplete="username" /></label>
        <label>Password <input #password type="password" autocomplete="current-password" /></label>
        <button type="submit">Sign in</button>
      </form>
    }
    @if (agent.isStale()) {
      <p>The connection is lost; this is how it was.</p>
    }
    @if (agent.value(); as me) {
      <p>
        {{ me.firstName }} {{ me.lastName }}: <output>{{ me.state }}</output>
      </p>
      <button type="button" [disabled]="busy()" (click)="change('READY')">Ready</button>
      <button type="button" [disabled]="busy()" (click)="change('NOT_READY')">Not ready</button>
    }
    <p role="alert">{{ problem() }}</p>
    <ul>
      @for (dialog of dialogs.value(); track dialog.id) {
        <li>
          {{ dialog.fromAddress }} → {{ dialog.toAddress }}: {{ dialog.state }}
          @if (dialog.state === 'ALERTING') {
            <button type="button" (click)="answer(dialog.id)">Answer</button>
          }
        </li>
      }
    </ul>
  `,
})
export class MyDesk {
  protected readonly tunnel = inject(EventTunnelService);
  private readonly api = inject(FinesseApi);
  protected readonly signedIn = signal<string | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly agent = liveResource(() => {
    const id = this.signedIn();
    return id === undefined ? undefined : this.tunnel.watchAgent(id);
  });
  protected readonly dialogs = liveResource(() => {
    const id = this.signedIn();
    return id === undefined ? undefined : this.tunnel.watchDialogs(id);
  });
  private readonly extension = computed(() => this.agent.value()?.extension);

  protected signIn(event: Event, id: string, password: string): void {
    event.preventDefault();
    this.tunnel.connect({ id, password });
    this.signedIn.set(id);
  }

  /** The button is free again when Finesse has confirmed the change, or said why there is none. */
  protected change(state: string): void {
    this.busy.set(true);
    this.problem.set('');
    this.api
      .setState(this.signedIn() ?? '', { state })
      .confirmed()
      .subscribe({
        error: (failure: FinesseApiError) => {
          this.busy.set(false);
          this.problem.set(failure.message);
        },
        complete: () => this.busy.set(false),
      });
  }

  protected answer(dialogId: string): void {
    this.problem.set('');
    this.api.calls
      .answer(dialogId, this.extension() ?? '')
      .confirmed()
      .subscribe({ error: (failure: FinesseApiError) => this.problem.set(failure.message) });
  }
}
