import { readTeamView, type TeamView, USUAL_VIEW, writeTeamView } from './team-view';

const EVERYTHING: TeamView = {
  filter: { text: 'mara & co', teamId: '31', state: 'NOT_READY' },
  order: { column: 'since', isDescending: true },
  grouping: 'team',
  density: 'compact',
  onlyMarked: true,
  columns: ['name', 'since', 'call'],
};

describe('the view of the team in a link', () => {
  it('is read back as it was written', () => {
    expect(readTeamView(writeTeamView(EVERYTHING))).toEqual(EVERYTHING);
    expect(readTeamView(writeTeamView(USUAL_VIEW))).toEqual(USUAL_VIEW);
  });

  it('names nothing that is as usual', () => {
    expect(Object.values(writeTeamView(USUAL_VIEW))).toEqual(Array(8).fill(null));
  });

  it('takes what it does not know for not there', () => {
    const params = { sort: '-shoe-size', group: 'planet', density: 'x', over: '1', columns: 'q,,' };

    expect(readTeamView(params)).toEqual(USUAL_VIEW);
  });

  it('takes a parameter that is there twice for not there', () => {
    expect(readTeamView({ q: ['a', 'b'], columns: ['name'] })).toEqual(USUAL_VIEW);
  });

  it('puts columns into their order, each once, and always shows the name', () => {
    expect(readTeamView({ columns: 'call,since,since,nonsense' }).columns).toEqual([
      'name',
      'since',
      'call',
    ]);
  });

  it('sorts upwards unless a minus says otherwise', () => {
    expect(readTeamView({ sort: 'state' }).order).toEqual({ column: 'state', isDescending: false });
    expect(readTeamView({ sort: '-name' }).order).toEqual({ column: 'name', isDescending: true });
  });
});
