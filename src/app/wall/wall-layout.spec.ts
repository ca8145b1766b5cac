import { readWallLayout, wallViews } from './wall-layout';

describe('readWallLayout', () => {
  it('shows every page for 20 seconds when the address says nothing', () => {
    expect(readWallLayout({})).toEqual({
      layout: {
        pages: ['overview', 'agents', 'queues', 'alerts'],
        everySeconds: 20,
        teamId: '',
        queueIds: [],
      },
      problems: [],
    });
  });

  it('reads pages in their order, time, team and queues', () => {
    const { layout, problems } = readWallLayout({
      pages: 'queues, overview',
      every: '30',
      team: '31',
      queues: '10,11',
    });

    expect(problems).toEqual([]);
    expect(layout).toEqual({
      pages: ['queues', 'overview'],
      everySeconds: 30,
      teamId: '31',
      queueIds: ['10', '11'],
    });
  });

  it('names what it cannot use, and goes on with the rest', () => {
    const { layout, problems } = readWallLayout({ pages: 'queue,agents', every: 'soon' });

    expect(layout.pages).toEqual(['agents']);
    expect(layout.everySeconds).toBe(20);
    expect(problems[0]).toContain('"queue"');
    expect(problems[1]).toContain('every');
  });

  for (const every of ['0', '-5', '99999', 'NaN']) {
    it(`does not turn its pages every ${every} seconds`, () => {
      expect(readWallLayout({ every }).layout.everySeconds).toBe(20);
    });
  }
});

describe('wallViews', () => {
  it('shows a page with many rows in parts, and one without rows once', () => {
    const parts = { overview: 1, agents: 2, queues: 0, alerts: 1 };

    const views = wallViews(['agents', 'queues'], (kind) => parts[kind]);

    expect(views).toEqual([
      { kind: 'agents', part: 1, parts: 2 },
      { kind: 'agents', part: 2, parts: 2 },
      { kind: 'queues', part: 1, parts: 1 },
    ]);
  });
});
