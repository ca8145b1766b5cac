import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A titled surface of the wall with the age of what it shows. */
@Component({
  selector: 'app-wall-tile',
  template: `
    <header>
      <h2>{{ heading() }}</h2>
      <span class="age" [class.old]="isOld()">{{ age() }}</span>
    </header>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-width: 0;
      min-height: 0;
      padding: 0.7em 0.9em;
      background: var(--mat-sys-surface-container-low);
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 0.5em;
      overflow: hidden;
    }

    header {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      column-gap: 0.6em;
    }

    h2 {
      max-width: 100%;
      overflow: hidden;
      font: inherit;
      font-size: 1.15em;
      font-weight: 600;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .age {
      flex: none;
      font-size: 0.8em;
      color: var(--mat-sys-on-surface-variant);
    }

    .age.old {
      padding: 0 0.4em;
      background: var(--app-warn-container);
      color: var(--app-on-warn-container);
      border-radius: 0.3em;
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WallTile {
  readonly heading = input.required<string>();
  /** How old what is shown is, in words. */
  readonly age = input.required<string>();
  readonly isOld = input(false);
}
