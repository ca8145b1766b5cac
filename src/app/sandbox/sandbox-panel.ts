import { ChangeDetectionStrategy, Component, DestroyRef, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { SandboxControl } from './sandbox-control';
import { SandboxFaults } from './sandbox-faults';
import { SandboxPeople } from './sandbox-people';

const EVERY_MS = 2_000;

/** Drives the sandbox behind this dashboard, for a demonstration or a training. */
@Component({
  selector: 'app-sandbox-panel',
  imports: [MatButton, MatIcon, SandboxFaults, SandboxPeople],
  templateUrl: './sandbox-panel.html',
  styleUrl: './sandbox-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SandboxPanel {
  private readonly control = inject(SandboxControl);

  protected readonly presence = this.control.presence;
  protected readonly outcome = this.control.outcome;

  constructor() {
    void this.control.look();
    const timer = setInterval(() => {
      if (this.presence() === 'here' && !document.hidden) {
        void this.control.refresh();
      }
    }, EVERY_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected unlock(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    const { value } = field;
    field.value = '';
    void this.control.unlock(value);
  }

  protected reset(event: Event, seed: HTMLInputElement, rate: HTMLInputElement): void {
    event.preventDefault();
    const body = {
      ...(seed.value === '' ? {} : { seed: seed.valueAsNumber }),
      ...(rate.value === '' ? {} : { rate: rate.valueAsNumber }),
    };
    const done = $localize`:@@sandbox.reset-done:The contact centre begins anew.`;
    void this.control.act({ method: 'POST', path: 'reset', body, done });
  }
}
