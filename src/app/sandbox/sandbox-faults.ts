import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import { Clock } from '../display/clock';
import { elapsed } from '../display/elapsed';
import { FAULT_LOOKS, faultName, type FaultLook } from './fault-look';
import { SandboxControl } from './sandbox-control';
import { type SandboxFault } from './sandbox-truth';

/** Lets things go wrong at the push of a button, and lets them go right again. */
@Component({
  selector: 'app-sandbox-faults',
  imports: [MatButton],
  templateUrl: './sandbox-faults.html',
  styleUrl: './sandbox-parts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class SandboxFaults {
  private readonly control = inject(SandboxControl);

  protected readonly looks = FAULT_LOOKS;
  protected readonly faultName = faultName;
  protected readonly elapsed = elapsed;
  protected readonly now = inject(Clock).now;
  protected readonly faults = this.control.faults;
  protected readonly hasTwoNodes =
    (inject(DASHBOARD_CONFIG, { optional: true })?.hosts.length ?? 0) > 1;
  protected readonly node = signal('');
  protected readonly seconds = signal(20);
  protected readonly isTimed = computed(() => this.seconds() > 0);

  protected start({ kind, name }: FaultLook): void {
    const node = this.node();
    const body = {
      kind,
      ...(node === '' ? {} : { node }),
      ...(this.isTimed() ? { seconds: this.seconds() } : {}),
    };
    const done = $localize`:@@sandbox.fault-started:${name}:fault:: started.`;
    void this.control.act({ method: 'POST', path: 'faults', body, done });
  }

  protected end({ id, kind }: SandboxFault): void {
    const name = faultName(kind);
    const done = $localize`:@@sandbox.fault-ended:${name}:fault:: ended.`;
    void this.control.act({ method: 'DELETE', path: `faults/${id}`, done });
  }

  protected setSeconds(field: HTMLInputElement): void {
    this.seconds.set(field.validity.valid ? field.valueAsNumber || 0 : this.seconds());
  }
}
