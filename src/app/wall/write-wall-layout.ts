import { readWallLayout, type WallLayout } from './wall-layout';

/** Writes a layout as the query that {@link readWallLayout} reads; what is as usual is left out. */
export function writeWallLayout(layout: WallLayout): Readonly<Record<string, string>> {
  const usual = readWallLayout({}).layout;
  const pages = layout.pages.join(',');
  return {
    ...(pages === usual.pages.join(',') ? {} : { pages }),
    ...(layout.everySeconds === usual.everySeconds ? {} : { every: String(layout.everySeconds) }),
    ...(layout.teamId === '' ? {} : { team: layout.teamId }),
    ...(layout.queueIds.length === 0 ? {} : { queues: layout.queueIds.join(',') }),
  };
}
