import { type ConnectionPhase } from 'finesse-tunnel';
import { CONNECTION_MOVES } from './connection-moves';

/** A phase as a box of the diagram. */
export interface DiagramBox {
  readonly phase: ConnectionPhase;
  /** Of the middle. */
  readonly x: number;
  readonly y: number;
}

/** A move as an arrow of the diagram. */
export interface DiagramArrow {
  readonly from: ConnectionPhase;
  readonly to: ConnectionPhase;
  /** The `d` of an SVG path. */
  readonly path: string;
}

/** The size of the drawing, and of each box in it. */
export const DIAGRAM = { width: 760, height: 330, boxWidth: 162, boxHeight: 40 } as const;

/** How far an arrow leaves the straight line, so that there and back are two. */
const BEND = 22;
const PLACES: Readonly<Record<ConnectionPhase, readonly [x: number, y: number]>> = {
  disconnected: [84, 165],
  loading: [245, 40],
  connecting: [455, 40],
  connected: [676, 165],
  reconnecting: [365, 165],
  disconnecting: [640, 295],
  unauthorized: [190, 295],
  conflict: [410, 295],
};

/** The boxes, each where it is. */
export const DIAGRAM_BOXES: readonly DiagramBox[] = Object.values(CONNECTION_MOVES)
  .flatMap(({ from, to }) => [from, to])
  .filter((phase, index, all) => all.indexOf(phase) === index)
  .map((phase) => ({ phase, x: PLACES[phase][0], y: PLACES[phase][1] }));

/** The arrows, from the rim of one box to the rim of another. */
export const DIAGRAM_ARROWS: readonly DiagramArrow[] = CONNECTION_MOVES.map(({ from, to }) => ({
  from,
  to,
  path: arrow(PLACES[from], PLACES[to]),
}));

type Point = readonly [x: number, y: number];

function arrow(from: Point, to: Point): string {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const bend: Point = [
    (from[0] + to[0]) / 2 + (dy / length) * BEND,
    (from[1] + to[1]) / 2 - (dx / length) * BEND,
  ];
  const [start, end] = [rim(from, bend), rim(to, bend)];
  return `M${start.map(round).join(' ')}Q${bend.map(round).join(' ')} ${end.map(round).join(' ')}`;
}

/** Where the line from the middle of a box to a point leaves the box. */
function rim([x, y]: Point, [toX, toY]: Point): Point {
  const [dx, dy] = [toX - x, toY - y];
  const share = Math.min(
    (DIAGRAM.boxWidth / 2 + 3) / Math.abs(dx || 1e-6),
    (DIAGRAM.boxHeight / 2 + 3) / Math.abs(dy || 1e-6),
  );
  return [x + dx * share, y + dy * share];
}

function round(value: number): number {
  return Math.round(value);
}
