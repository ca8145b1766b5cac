import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { selectAllAgents, selectAllQueues } from 'finesse-tunnel';
import { firstText } from '../display/first-text';
import { readWallLayout, type WallLayout, type WallPageKind } from './wall-layout';
import { writeWallLayout } from './write-wall-layout';

const PAGES: readonly { readonly kind: WallPageKind; readonly word: string }[] = [
  { kind: 'overview', word: $localize`:@@page.overview:Overview` },
  { kind: 'agents', word: $localize`:@@page.agents:Agents` },
  { kind: 'queues', word: $localize`:@@page.queues:Queues` },
  { kind: 'alerts', word: $localize`:@@wall.alerts:Beyond the thresholds` },
];

/** Arranges a wall; the result is an address, to be put where the wall is opened. */
@Component({
  selector: 'app-wall-editor',
  imports: [MatButton, MatIcon, RouterLink],
  templateUrl: './wall-editor.html',
  styleUrl: './wall-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class WallEditor {
  /** The query of the address, in which the layout is kept while it is worked on. */
  readonly params = input.required<Readonly<Record<string, string | undefined>>>();

  private readonly router = inject(Router);
  private readonly store = inject(Store);
  private readonly agents = this.store.selectSignal(selectAllAgents);
  private readonly allQueues = this.store.selectSignal(selectAllQueues);

  protected readonly kinds = PAGES;
  protected readonly reading = computed(() => readWallLayout(this.params()));
  protected readonly layout = computed(() => this.reading().layout);
  protected readonly query = computed(() => writeWallLayout(this.layout()));
  protected readonly address = computed(
    () =>
      location.origin +
      this.router.serializeUrl(this.router.createUrlTree(['/wall'], { queryParams: this.query() })),
  );
  protected readonly teams = computed(() => {
    const teams = new Map(
      this.agents().map(({ teamId = '', teamName }) => [teamId, firstText(teamName, teamId)]),
    );
    return [...teams].filter(([id]) => id !== '').map(([id, name]) => ({ id, name }));
  });
  protected readonly queues = computed(() =>
    this.allQueues().map(({ id, name }) => ({ id, name: firstText(name, id) })),
  );

  protected togglePage(kind: WallPageKind): void {
    const { pages } = this.layout();
    const others = pages.filter((page) => page !== kind);
    this.change({ pages: others.length === pages.length ? [...pages, kind] : others });
  }

  protected toggleQueue(id: string): void {
    const { queueIds } = this.layout();
    const others = queueIds.filter((queue) => queue !== id);
    this.change({ queueIds: others.length === queueIds.length ? [...queueIds, id] : others });
  }

  protected setSeconds(field: HTMLInputElement): void {
    if (field.validity.valid && field.value !== '') {
      this.change({ everySeconds: field.valueAsNumber });
    }
  }

  protected change(part: Partial<WallLayout>): void {
    void this.router.navigate(['/wall/edit'], {
      queryParams: writeWallLayout({ ...this.layout(), ...part }),
      replaceUrl: true,
    });
  }

  protected copy(): void {
    void navigator.clipboard.writeText(this.address());
  }
}
