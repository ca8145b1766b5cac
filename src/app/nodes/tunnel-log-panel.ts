import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { TunnelLog, type TunnelLogEntry } from 'finesse-tunnel';
import { TunnelMessageType } from 'finesse-tunnel/protocol';
import { Clock } from '../display/clock';
import { Formats } from '../display/formats';

const SHOWN = 200;
const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(TunnelMessageType).map(([name, type]) => [type, name]),
);
const NOTHING: readonly TunnelLogEntry[] = [];

/** What this page and the tunnel page said to each other, without secrets and payloads. */
@Component({
  selector: 'app-tunnel-log-panel',
  imports: [MatButton, MatIcon],
  templateUrl: './tunnel-log-panel.html',
  styleUrl: './tunnel-log-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class TunnelLogPanel {
  private readonly log = inject(TunnelLog, { optional: true });
  private readonly clock = inject(Clock);
  private readonly held = signal<readonly TunnelLogEntry[] | undefined>(undefined);

  protected readonly formats = inject(Formats);
  protected readonly isKept = this.log !== null;
  protected readonly text = signal('');
  protected readonly isPaused = computed(() => this.held() !== undefined);
  protected readonly rows = computed(() => {
    // The log is no signal: it is asked once a second.
    this.clock.now();
    const all = this.held() ?? this.log?.latest() ?? NOTHING;
    const wanted = this.text().trim().toLowerCase();
    return all
      .map((entry) => ({ ...entry, name: NAMES.get(entry.type) ?? '' }))
      .filter(({ type, name, text }) => `${type} ${name} ${text}`.toLowerCase().includes(wanted))
      .slice(-SHOWN)
      .reverse();
  });

  protected pause(): void {
    this.held.update((held) => (held === undefined ? (this.log?.latest() ?? NOTHING) : undefined));
  }
}
