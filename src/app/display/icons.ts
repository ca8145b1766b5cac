import { inject, provideAppInitializer, type EnvironmentProviders } from '@angular/core';
import { MatIconRegistry } from '@angular/material/icon';
import { DomSanitizer } from '@angular/platform-browser';

/** Strokes in a box of 24 by 24. They are part of the page, so nothing is fetched for them. */
const STROKES: Readonly<Record<string, string>> = {
  ready: '<circle cx="12" cy="12" r="9"/><path d="m8 12.5 2.8 2.8L16 9.5"/>',
  'not-ready': '<circle cx="12" cy="12" r="9"/><path d="M8 12h8"/>',
  talking:
    '<path d="M5 4h3.5l1.5 4-2 1.5a11 11 0 0 0 5.5 5.500L15 13l4 1.500V18a2 2 0 0 1-2 2A14 14 0 0 1 3 6a2 2 0 0 1 2-2z"/><path d="M15 4a6 6 0 0 1 5 5"/>',
  hold: '<circle cx="12" cy="12" r="9"/><path d="M10 9v6M14 9v6"/>',
  reserved: '<path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15z"/><path d="M10 20.500h4"/>',
  'wrap-up': '<path d="M5 19l1-4L16.5 4.500l3 3L9 18z"/><path d="M14.5 6.500l3 3"/>',
  'signed-out': '<path d="M12 4v8"/><path d="M7 7a7.5 7.5 0 1 0 10 0"/>',
  unknown:
    '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.500a2.5 2.5 0 1 1 3.5 2.300c-.7.3-1 .8-1 1.7"/><path d="M12 16.800v.2"/>',
  search: '<circle cx="11" cy="11" r="6"/><path d="m20 20-4.5-4.5"/>',
  sort: '<path d="M12 19V5"/><path d="m6 11 6-6 6 6"/>',
  expand: '<path d="m9 6 6 6-6 6"/>',
  pause: '<path d="M9 5v14M15 5v14"/>',
  play: '<path d="M8 5l11 7-11 7z"/>',
  close: '<path d="M6 6l12 12M18 6 6 18"/>',
  sound:
    '<path d="M4 9.500h3.500L12 6v12l-4.500-3.500H4z"/><path d="M15.500 9a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11"/>',
  silent: '<path d="M4 9.500h3.500L12 6v12l-4.500-3.500H4z"/><path d="m16 10 4 4m0-4-4 4"/>',
  record: '<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="4" fill="currentColor"/>',
  clear: '<path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13"/>',
  connected:
    '<path d="M4 12.500a12 12 0 0 1 16 0"/><path d="M7.5 16a7 7 0 0 1 9 0"/><path d="M12 19.500v.1"/>',
  connecting: '<path d="M20 12a8 8 0 1 1-3-6.2"/><path d="M20 3v4h-4"/>',
  warning: '<path d="M12 4 2.5 20h19z"/><path d="M12 10v4M12 17v.2"/>',
  offline:
    '<path d="M4 4l16 16"/><path d="M4 12.500a12 12 0 0 1 5-2.900M13 9.300a12 12 0 0 1 7 3.200M9 15a7 7 0 0 1 5 .2"/><path d="M12 19.500v.1"/>',
  theme: '<circle cx="12" cy="12" r="8"/><path d="M12 4v16M12 8h6M12 12h8M12 16h6"/>',
  alarm: '<path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z"/><path d="M12 8v5M12 16v.2"/>',
  columns: '<path d="M4 5h16v14H4zM10 5v14M15 5v14"/>',
  download: '<path d="M12 4v11M7 11l5 5 5-5M5 20h14"/>',
  print: '<path d="M7 9V4h10v5M7 17H4V9h16v8h-3"/><path d="M7 14h10v6H7z"/>',
  listen: '<path d="M5 14v-2a7 7 0 0 1 14 0v2"/><path d="M5 14h3v5H5zM16 14h3v5h-3z"/>',
  join: '<path d="M12 5v14M5 12h14"/>',
  'hang-up': '<path d="M3 15c6-6 12-6 18 0l-3 3-3-2v-3a12 12 0 0 0-6 0v3l-3 2z"/>',
  people:
    '<circle cx="9" cy="8" r="3.5"/><path d="M3 19a6 6 0 0 1 12 0"/><path d="M16 5a3.5 3.5 0 0 1 0 6.500M17.5 14a6 6 0 0 1 3.5 5"/>',
  queue: '<path d="M4 6h16M4 12h11M4 18h7"/>',
  event: '<path d="M3 12h4l3-7 4 14 3-7h4"/>',
  node: '<circle cx="6" cy="12" r="2.5"/><circle cx="18" cy="6" r="2.5"/><circle cx="18" cy="18" r="2.5"/><path d="m8.3 11 7.4-4M8.3 13l7.4 4"/>',
};

/** Registers the icons under their names, for `<mat-icon svgIcon="…">`. */
export function provideIcons(): EnvironmentProviders {
  return provideAppInitializer(() => {
    const registry = inject(MatIconRegistry);
    const sanitizer = inject(DomSanitizer);
    for (const [name, strokes] of Object.entries(STROKES)) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${strokes}</svg>`;
      registry.addSvgIconLiteral(name, sanitizer.bypassSecurityTrustHtml(svg));
    }
  });
}
