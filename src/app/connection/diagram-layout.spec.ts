import { CONNECTION_MOVES } from './connection-moves';
import { DIAGRAM, DIAGRAM_ARROWS, DIAGRAM_BOXES } from './diagram-layout';

describe('the state diagram', () => {
  it('draws each phase once, wholly inside the drawing, none over another', () => {
    const { width, height, boxWidth, boxHeight } = DIAGRAM;

    for (const { phase, x, y } of DIAGRAM_BOXES) {
      const isInside =
        x >= boxWidth / 2 &&
        x <= width - boxWidth / 2 &&
        y >= boxHeight / 2 &&
        y <= height - boxHeight / 2;
      expect(isInside).withContext(phase).toBeTrue();
      const over = DIAGRAM_BOXES.filter(
        (other) => Math.abs(other.x - x) < boxWidth && Math.abs(other.y - y) < boxHeight,
      );
      expect(over.map((other) => other.phase)).toEqual([phase]);
    }
    expect(new Set(DIAGRAM_BOXES.map(({ phase }) => phase)).size).toBe(8);
  });

  it('draws an arrow for each move of the machine, there and back apart', () => {
    expect(DIAGRAM_ARROWS.length).toBe(CONNECTION_MOVES.length);
    expect(new Set(DIAGRAM_ARROWS.map(({ path }) => path)).size).toBe(CONNECTION_MOVES.length);
  });
});
