import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type Notification } from 'finesse-tunnel';

/** A notification as the reader understood it, beside the XML it came as. */
@Component({
  selector: 'app-event-details',
  template: `
    <section>
      <h3>Parsed</h3>
      <pre tabindex="0">{{ parsed() }}</pre>
    </section>
    <section>
      <h3>Raw XML</h3>
      <pre tabindex="0">{{ notification().xml }}</pre>
    </section>
  `,
  styleUrl: './event-details.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EventDetails {
  readonly notification = input.required<Notification>();

  protected readonly parsed = computed(() => {
    const withoutXml = Object.entries(this.notification()).filter(([name]) => name !== 'xml');
    return JSON.stringify(Object.fromEntries(withoutXml), null, 2);
  });
}
