import { DOCUMENT, inject, Service } from '@angular/core';

/** `system` follows the operating system; `contrast` is for those who need strong differences. */
export type ColorThemeName = 'system' | 'light' | 'dark' | 'contrast';

const ORDER: readonly ColorThemeName[] = ['system', 'light', 'dark', 'contrast'];

/** What each theme is called. */
export const THEME_WORDS: Readonly<Record<ColorThemeName, string>> = {
  system: $localize`:@@theme.system:system`,
  light: $localize`:@@theme.light:light`,
  dark: $localize`:@@theme.dark:dark`,
  contrast: $localize`:@@theme.contrast:high contrast`,
};

/** The theme that follows in the round. */
export function nextTheme(theme: ColorThemeName): ColorThemeName {
  return ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? 'system';
}

/** Puts a theme on the document. */
@Service()
export class ColorTheme {
  private readonly root = inject(DOCUMENT).documentElement;

  use(theme: ColorThemeName): void {
    if (theme === 'system') {
      delete this.root.dataset['theme'];
    } else {
      this.root.dataset['theme'] = theme;
    }
  }
}
