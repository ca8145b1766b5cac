import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { agentStateLook } from './agent-state-look';

/** A state as icon and word; the colour is an extra. */
@Component({
  selector: 'app-agent-state-badge',
  imports: [MatIcon],
  template: `<mat-icon [svgIcon]="look().icon" aria-hidden="true" /><span>{{ look().word }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      vertical-align: middle;
      align-items: center;
      gap: 6px;
      min-width: 0;
    }

    mat-icon {
      color: var(--tone);
    }

    span {
      overflow: hidden;
      text-overflow: ellipsis;
    }
  `,
  host: { '[style.--tone]': '"var(--app-" + look().tone + ")"' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgentStateBadge {
  readonly state = input.required<string | undefined>();

  protected readonly look = computed(() => agentStateLook(this.state()));
}
