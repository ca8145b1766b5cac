import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { EventTunnelService } from 'finesse-tunnel';
import { Clock } from '../display/clock';
import { elapsed } from '../display/elapsed';
import { Formats } from '../display/formats';
import { healthLook, nodeHealth } from '../display/node-health';
import { saveFile } from '../display/save-file';
import { LedgerDetails } from './ledger-details';
import { isNotable, ledgerSums } from './ledger-sums';

/** So many nodes at once; a large contact centre has thousands. */
const AT_ONCE = 50;

/** What was heard, missed and put right, node by node. */
@Component({
  selector: 'app-ledger-panel',
  imports: [LedgerDetails, MatButton, MatIcon, MatIconButton],
  templateUrl: './ledger-panel.html',
  styleUrl: './ledger-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class LedgerPanel {
  private readonly limit = signal(AT_ONCE);

  protected readonly ledger = inject(EventTunnelService).ledger;
  protected readonly now = inject(Clock).now;
  protected readonly formats = inject(Formats);
  protected readonly elapsed = elapsed;
  protected readonly onlyNotable = signal(false);
  protected readonly opened = signal<string | undefined>(undefined);
  protected readonly sums = computed(() => ledgerSums(this.ledger()));
  private readonly chosen = computed(() => {
    const { nodes } = this.ledger();
    return this.onlyNotable() ? nodes.filter(isNotable) : nodes;
  });
  protected readonly rows = computed(() =>
    this.chosen()
      .slice(0, this.limit())
      .map((node) => ({ ...node, look: healthLook(nodeHealth(node)) })),
  );
  protected readonly hidden = computed(() => this.chosen().length - this.rows().length);

  protected toggle(node: string): void {
    this.opened.update((opened) => (opened === node ? undefined : node));
  }

  protected showMore(): void {
    this.limit.update((limit) => limit + AT_ONCE * 4);
  }

  protected exportJson(): void {
    const day = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    const text = `${JSON.stringify(this.ledger(), null, 2)}\n`;
    saveFile(`finesse-ledger-${day}.json`, text, 'application/json');
  }
}
