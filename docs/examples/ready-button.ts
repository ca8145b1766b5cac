import { Component, inject, signal } from '@angular/core';
import { FinesseApi, type FinesseApiError } from 'finesse-tunnel/rest';

@Component({
  selector: 'app-ready-button',
  template: `
    <button type="button" (click)="becomeReady('1001001')">Ready</button>
    <p role="alert">{{ problem() }}</p>
  `,
})
export class ReadyButton {
  private readonly api = inject(FinesseApi);
  protected readonly problem = signal('');

  /** Succeeds when the agent is ready, not when the server has taken note of the wish. */
  protected becomeReady(agentId: string): void {
    this.api
      .setState(agentId, { state: 'READY' })
      .confirmed()
      .subscribe({
        next: () => {
          this.problem.set('');
        },
        error: ({ code, errorType }: FinesseApiError) => {
          this.problem.set(code === 'failed' ? `Finesse: ${errorType}` : code);
        },
      });
  }
}
