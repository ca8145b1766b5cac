import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { BUILT_IN_LANGUAGES, type Language } from './language';
import { LANGUAGE_IN_USE } from './language-in-use';
import { storedLanguage, storeLanguage } from './stored-language';

/** Chooses the language for the next load of the page, and says that it was chosen. */
@Component({
  selector: 'app-language-choice',
  template: `
    <label for="language" i18n="@@language.label">Language</label>
    <span class="field">
      <select #select id="language" (change)="choose(select.value)">
        @for (language of languages(); track language.tag) {
          <option
            [value]="language.tag"
            [attr.lang]="language.tag"
            [selected]="language.tag === chosen"
          >
            {{ language.name }}
          </option>
        }
      </select>
    </span>
  `,
  styles: `
    :host {
      display: contents;
    }

    label {
      flex: 0 0 var(--choice-label, auto);
    }

    .field {
      flex: 1 1 180px;
      max-width: var(--choice-field, none);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LanguageChoice {
  /** Languages by file, beside those that are built in. */
  readonly more = input<readonly Language[]>([]);
  /** The language was stored; it is in use after a reload. */
  readonly languageChosen = output<string>();

  protected readonly chosen = storedLanguage() ?? inject(LANGUAGE_IN_USE).tag;
  protected readonly languages = computed(() => [...BUILT_IN_LANGUAGES, ...this.more()]);

  protected choose(tag: string): void {
    storeLanguage(tag);
    this.languageChosen.emit(tag);
  }
}
