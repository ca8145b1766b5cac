import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Store } from '@ngrx/store';
import { EventTunnelService, selectConnectionStatus } from 'finesse-tunnel';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import { Clock } from '../display/clock';
import { elapsed } from '../display/elapsed';
import { Formats } from '../display/formats';
import { RemedyNotice } from '../remedy/remedy-notice';
import { ConnectionBundle } from './connection-bundle';
import { criterionLook } from './criterion-look';
import { HostProbe } from './host-probe';
import { hostRows } from './host-rows';
import { phaseLook } from './phase-look';
import { StateDiagram } from './state-diagram';

/** Where the connection is, on which host, and what to do when it is not where it should be. */
@Component({
  selector: 'app-connection-panel',
  imports: [MatButton, MatIcon, RemedyNotice, StateDiagram],
  templateUrl: './connection-panel.html',
  styleUrl: './connection-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class ConnectionPanel {
  private readonly tunnel = inject(EventTunnelService);
  private readonly probe = inject(HostProbe);
  private readonly bundle = inject(ConnectionBundle);
  private readonly config = inject(DASHBOARD_CONFIG, { optional: true });

  protected readonly status = inject(Store).selectSignal(selectConnectionStatus);
  protected readonly now = inject(Clock).now;
  protected readonly elapsed = elapsed;
  protected readonly look = phaseLook;
  protected readonly criterion = criterionLook;
  protected readonly formats = inject(Formats);
  protected readonly connectionType = this.config?.connectionType;
  protected readonly rows = computed(() =>
    hostRows(this.config?.hosts ?? [], this.status(), this.probe.answers()),
  );
  protected readonly lastHeardAt = computed(() => this.tunnel.ledger().lastProofOfLifeAt);
  protected readonly secondsToRetry = computed(() => this.secondsTo(this.status().nextAttemptAt));
  protected readonly signOut = computed(() => {
    const { forcedSignOut } = this.status();
    const latest = this.secondsTo(forcedSignOut?.latestAt) ?? 0;
    return forcedSignOut === undefined || latest === 0
      ? undefined
      : { earliest: this.secondsTo(forcedSignOut.earliestAt) ?? 0, latest };
  });

  constructor() {
    this.probe.askFor(inject(DestroyRef));
  }

  protected saveBundle(): void {
    this.bundle.save();
  }

  private secondsTo(at: number | undefined): number | undefined {
    return at === undefined ? undefined : Math.max(0, Math.ceil((at - this.now()) / 1000));
  }
}
