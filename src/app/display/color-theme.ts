import { computed, DOCUMENT, inject, Service, signal } from '@angular/core';

/** `system` follows the operating system. */
export type ColorThemeName = 'system' | 'light' | 'dark';

const STORAGE_KEY = 'finesse-dashboard.theme';
const WORDS: Readonly<Record<ColorThemeName, string>> = {
  system: $localize`:@@theme.system:system`,
  light: $localize`:@@theme.light:light`,
  dark: $localize`:@@theme.dark:dark`,
};
const ORDER: readonly ColorThemeName[] = ['system', 'light', 'dark'];

/** The theme in use, remembered in this browser. */
@Service()
export class ColorTheme {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<ColorThemeName>(this.remembered());

  readonly name = this.chosen.asReadonly();
  readonly word = computed(() => WORDS[this.chosen()]);

  constructor() {
    this.apply();
  }

  /** Goes on to the next of system, light and dark. */
  next(): void {
    const at = ORDER.indexOf(this.chosen());
    this.chosen.set(ORDER[(at + 1) % ORDER.length] ?? 'system');
    this.apply();
    try {
      localStorage.setItem(STORAGE_KEY, this.chosen());
    } catch {
      // Storage may be switched off; the choice then lasts as long as the page.
    }
  }

  private apply(): void {
    const root = this.document.documentElement;
    if (this.chosen() === 'system') {
      delete root.dataset['theme'];
    } else {
      root.dataset['theme'] = this.chosen();
    }
  }

  private remembered(): ColorThemeName {
    try {
      const stored = localStorage.getItem(STORAGE_KEY);
      return ORDER.find((name) => name === stored) ?? 'system';
    } catch {
      return 'system';
    }
  }
}
