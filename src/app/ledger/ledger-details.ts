import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type EntityChange, type LedgerRepair, type NodeLedger } from 'finesse-tunnel';
import { Formats } from '../display/formats';

const ENTITIES: Readonly<Record<EntityChange['entity'], string>> = {
  agent: $localize`:@@ledger.agent:agent`,
  dialog: $localize`:@@ledger.dialog:call`,
  queue: $localize`:@@ledger.queue:queue`,
};
const CHANGES: Readonly<Record<EntityChange['change'], string>> = {
  added: $localize`:@@ledger.added:was missing`,
  changed: $localize`:@@ledger.changed:was different`,
  removed: $localize`:@@ledger.removed:was there no more`,
};
const FOUND: Readonly<Record<LedgerRepair['found'], string>> = {
  'after-gap': $localize`:@@ledger.after-gap:after a gap`,
  'by-audit': $localize`:@@ledger.by-audit:by an audit`,
};

/** The gaps of one node, and what snapshots put right in it; the newest first. */
@Component({
  selector: 'app-ledger-details',
  template: `
    <div>
      <h3 i18n="@@ledger.gaps">Gaps</h3>
      <ul>
        @for (gap of gaps(); track gap.noticedAt) {
          <li>
            {{ formats.time(gap.from) }} – {{ formats.time(gap.repairedAt ?? gap.noticedAt) }}
            @if (gap.repairedAt === undefined) {
              <strong i18n="@@ledger.unrepaired">not repaired yet</strong>
            } @else {
              <span class="muted" i18n="@@ledger.repaired-after"
                >repaired after {{ seconds(gap.from, gap.repairedAt) }} s</span
              >
            }
            @if (gap.cause) {
              <span class="muted">({{ gap.cause }})</span>
            }
          </li>
        } @empty {
          <li class="muted" i18n="@@ledger.no-gaps">None since the page was opened</li>
        }
        @if (ledger().gapsForgotten > 0) {
          <li class="muted" i18n="@@ledger.older">and {{ ledger().gapsForgotten }} older ones</li>
        }
      </ul>
    </div>
    <div>
      <h3 i18n="@@ledger.repairs">Put right by snapshots</h3>
      <ul>
        @for (repair of repairs(); track $index) {
          <li>
            {{ formats.time(repair.at) }} {{ entity(repair) }}
            <span class="mono">{{ repair.id }}</span> {{ change(repair) }}
            @if (repair.fields.length > 0) {
              <span class="muted">({{ repair.fields.join(', ') }})</span>
            }
            <span class="muted">{{ found(repair) }}</span>
          </li>
        } @empty {
          <li class="muted" i18n="@@ledger.no-repairs">Nothing had to be</li>
        }
        @if (ledger().repairsForgotten > 0) {
          <li class="muted" i18n="@@ledger.older-repairs">
            and {{ ledger().repairsForgotten }} older ones
          </li>
        }
      </ul>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(260px, 1fr));
      gap: 8px 24px;
    }

    h3 {
      font: var(--mat-sys-title-small);
    }

    ul {
      list-style: none;
    }

    li {
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LedgerDetails {
  readonly ledger = input.required<NodeLedger>();

  protected readonly formats = inject(Formats);
  protected readonly gaps = computed(() => [...this.ledger().gaps].reverse());
  protected readonly repairs = computed(() => [...this.ledger().repairs].reverse());

  protected entity({ entity }: EntityChange): string {
    return ENTITIES[entity];
  }

  protected change({ change }: EntityChange): string {
    return CHANGES[change];
  }

  protected found({ found }: LedgerRepair): string {
    return FOUND[found];
  }

  protected seconds(from: number, to: number): string {
    return this.formats.number(Math.round((to - from) / 100) / 10);
  }
}
