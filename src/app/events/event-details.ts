import { Clipboard } from '@angular/cdk/clipboard';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { beforeOf } from './before-of';
import { changedLines } from './changed-lines';
import { type FeedRow } from './feed-reader';

/** An event as the reader understood it, what it changed marked, beside the XML it came as. */
@Component({
  selector: 'app-event-details',
  imports: [MatButton, MatIcon, MatIconButton],
  templateUrl: './event-details.html',
  styleUrl: './event-details.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', '[attr.aria-label]': 'label' },
})
export class EventDetails {
  readonly row = input.required<FeedRow>();
  readonly closed = output();

  private readonly clipboard = inject(Clipboard);

  protected readonly label = $localize`:@@event-details.label:Details of the event`;
  private readonly parsed = computed(() => {
    const { xml: _, ...told } = this.row().notification;
    return told;
  });
  protected readonly lines = computed(() => changedLines(this.parsed(), beforeOf(this.row())));
  protected readonly outcome = linkedSignal({ source: this.row, computation: () => '' });

  protected copyParsed(): void {
    this.copy(JSON.stringify(this.parsed(), null, 2));
  }

  protected copyXml(): void {
    this.copy(this.row().notification.xml);
  }

  private copy(text: string): void {
    this.outcome.set(
      this.clipboard.copy(text)
        ? $localize`:@@event-details.copied:Copied`
        : $localize`:@@event-details.not-copied:The browser did not let it be copied. Select the text instead.`,
    );
  }
}
