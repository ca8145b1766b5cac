import { inject, Service } from '@angular/core';
import { Store } from '@ngrx/store';
import {
  EventTunnelService,
  selectAllAgents,
  selectAllDialogs,
  selectAllQueues,
  selectServerClockSkew,
  selectSystemInfo,
  TunnelLog,
} from 'finesse-tunnel';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import { saveFile } from '../display/save-file';
import { diagnosticsBundle } from './diagnostics-bundle';
import { HostProbe } from './host-probe';
import { PhaseLog } from './phase-log';
import { Refusals } from './refusals';

/** Gathers what a diagnostics bundle is made of, and offers it as a file. */
@Service()
export class ConnectionBundle {
  private readonly store = inject(Store);
  private readonly tunnel = inject(EventTunnelService);
  private readonly config = inject(DASHBOARD_CONFIG, { optional: true });
  private readonly probe = inject(HostProbe);
  private readonly phases = inject(PhaseLog);
  private readonly refusals = inject(Refusals);
  private readonly log = inject(TunnelLog, { optional: true });

  private readonly agents = this.store.selectSignal(selectAllAgents);
  private readonly dialogs = this.store.selectSignal(selectAllDialogs);
  private readonly queues = this.store.selectSignal(selectAllQueues);
  private readonly skewMs = this.store.selectSignal(selectServerClockSkew);
  private readonly systemInfo = this.store.selectSignal(selectSystemInfo);

  /** Offers `finesse-diagnostics-….json` as a download. */
  save(): void {
    const at = Date.now();
    const day = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-');
    saveFile(`finesse-diagnostics-${day}.json`, this.text(at), 'application/json');
  }

  /** What the file would say now. */
  text(at: number): string {
    return diagnosticsBundle({
      at,
      userAgent: navigator.userAgent,
      origin: location.origin,
      config: this.config ?? undefined,
      status: this.tunnel.status(),
      phases: this.phases.entries(),
      answers: this.probe.answers(),
      systemInfo: this.systemInfo(),
      skewMs: this.skewMs(),
      subscriptions: this.tunnel.subscriptions(),
      ledger: this.tunnel.ledger(),
      refusals: this.refusals.log(),
      messages: this.log?.latest() ?? [],
      known: {
        agents: this.agents().length,
        dialogs: this.dialogs().length,
        queues: this.queues().length,
      },
    });
  }
}
