import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { EventTunnelService } from 'finesse-tunnel';
import { FINESSE_WORDS } from './finesse-words';

/**
 * Says where the connection is, to eyes and to screen readers (`role="status"`), with the reason of the last failure.
 *
 * Style it by `[data-phase]`; the dot takes the colour of `--finesse-badge-color`.
 *
 * @example
 * ```html
 * <finesse-connection-badge />
 * ```
 */
@Component({
  selector: 'finesse-connection-badge',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span class="dot" aria-hidden="true"></span> {{ word() }}`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      --finesse-badge-color: #b45309;
    }
    :host([data-phase='connected']) {
      --finesse-badge-color: #15803d;
    }
    :host([data-phase='unauthorized']),
    :host([data-phase='conflict']) {
      --finesse-badge-color: #b91c1c;
    }
    :host([data-phase='disconnected']) {
      --finesse-badge-color: #6b7280;
    }
    .dot {
      inline-size: 0.7em;
      block-size: 0.7em;
      border-radius: 50%;
      background: var(--finesse-badge-color);
      forced-color-adjust: none;
    }
  `,
  host: {
    role: 'status',
    '[attr.data-phase]': 'tunnel.status().phase',
    '[attr.title]': 'tunnel.status().error?.message',
  },
})
export class ConnectionBadge {
  protected readonly tunnel = inject(EventTunnelService);
  private readonly words = inject(FINESSE_WORDS);
  protected readonly word = computed(() => this.words.phase(this.tunnel.status().phase));
}
