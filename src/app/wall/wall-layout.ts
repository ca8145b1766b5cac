/** What a page of the wall shows. */
export type WallPageKind = 'overview' | 'agents' | 'queues' | 'alerts';

/** What the wall shows and how it turns its pages. */
export interface WallLayout {
  /** In the order of the rotation. */
  readonly pages: readonly WallPageKind[];
  /** Seconds that each page stays; the default is 20. */
  readonly everySeconds: number;
  /** Only the agents of this team; empty: of all. */
  readonly teamId: string;
  /** Only these queues; empty: all. */
  readonly queueIds: readonly string[];
}

/** A layout, and what in the address could not be used. */
export interface WallLayoutReading {
  readonly layout: WallLayout;
  readonly problems: readonly string[];
}

const KINDS: readonly WallPageKind[] = ['overview', 'agents', 'queues', 'alerts'];
const EVERY_SECONDS = 20;

/**
 * Reads `/wall?pages=overview,queues&every=30&team=31&queues=10,11`. What is wrong in it is named and left out, as
 * nobody stands in front of a wall to correct it.
 */
export function readWallLayout(
  params: Readonly<Record<string, string | undefined>>,
): WallLayoutReading {
  const problems: string[] = [];
  const pages: WallPageKind[] = [];
  for (const name of listOf(params['pages'])) {
    const kind = KINDS.find((one) => one === name);
    if (kind === undefined) {
      problems.push(
        $localize`:@@wall.no-page:pages: there is no "${name}:name:"; there are ${KINDS.join(', ')}:pages:.`,
      );
    } else {
      pages.push(kind);
    }
  }
  const every = Number(params['every'] ?? EVERY_SECONDS);
  const isUsable = every >= 3 && every <= 3600;
  if (!isUsable) {
    problems.push($localize`:@@wall.no-time:every: give seconds from 3 to 3600.`);
  }
  return {
    layout: {
      pages: pages.length === 0 ? KINDS : pages,
      everySeconds: isUsable ? every : EVERY_SECONDS,
      teamId: params['team'] ?? '',
      queueIds: listOf(params['queues']),
    },
    problems,
  };
}

/** One picture of the rotation: a page, or a part of a page that has more rows than fit. */
export interface WallView {
  readonly kind: WallPageKind;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

/** The pictures of a rotation. A page without rows has one, which says so. */
export function wallViews(
  pages: readonly WallPageKind[],
  partsOf: (kind: WallPageKind) => number,
): readonly WallView[] {
  return pages.flatMap((kind) => {
    const parts = Math.max(1, partsOf(kind));
    return Array.from({ length: parts }, (_, index) => ({ kind, part: index + 1, parts }));
  });
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
