import { readWallLayout, type WallLayout } from './wall-layout';
import { writeWallLayout } from './write-wall-layout';

const USUAL = readWallLayout({}).layout;

describe('writeWallLayout', () => {
  it('writes nothing for the usual layout', () => {
    expect(writeWallLayout(USUAL)).toEqual({});
  });

  it('writes what is read back as the same layout', () => {
    const layout: WallLayout = {
      pages: ['queues', 'overview'],
      everySeconds: 45,
      teamId: '31',
      queueIds: ['41', '44'],
    };

    expect(readWallLayout(writeWallLayout(layout))).toEqual({ layout, problems: [] });
  });
});
