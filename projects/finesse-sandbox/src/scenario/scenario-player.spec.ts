import { makeContactCenter } from '../finesse/testing/make-contact-center';
import { loadScenario } from './scenario';
import { ScenarioPlayer } from './scenario-player';

const ID = '1001001';

function setup(events: readonly object[]) {
  const { contactCenter, clock } = makeContactCenter();
  const loaded = loadScenario(JSON.stringify({ events }));
  const scenario = loaded.ok ? loaded.scenario : { events: [] };
  const refused: string[] = [];
  const onRefused = (_event: unknown, reason: string) => refused.push(reason);
  const player = new ScenarioPlayer({ contactCenter, clock, scenario, onRefused });
  const state = () => contactCenter.user(ID)?.state;
  return { contactCenter, clock, player, refused, state };
}

describe('ScenarioPlayer', () => {
  it('plays every event at its time', () => {
    const { player, clock, state, contactCenter, refused } = setup([
      { at: 1000, agent: ID, state: 'READY' },
      { at: 2000, name: 'first', call: { from: '+15550100', to: '6000' } },
      { at: 3000, answer: 'first', agent: ID },
      { at: 4000, hold: 'first', agent: ID },
      { at: 5000, retrieve: 'first', agent: ID },
      { at: 6000, end: 'first' },
      { at: 7000, inService: false },
    ]);
    const states: unknown[] = [];

    player.start();
    clock.advance(999);
    for (let second = 0; second < 7; second++) {
      states.push(state());
      clock.advance(1000);
    }

    expect(states).toEqual([
      'LOGOUT',
      'READY',
      'RESERVED',
      'TALKING',
      'HOLD',
      'TALKING',
      'WORK_READY',
    ]);
    expect(contactCenter.inService).toBeFalse();
    expect(refused).toEqual([]);
  });

  it('tells what could not happen and goes on', () => {
    const { player, clock, state, refused } = setup([
      { at: 0, agent: '7', state: 'READY' },
      { at: 0, end: 'nothing' },
      { at: 1, agent: ID, state: 'READY' },
    ]);

    player.start();
    clock.advance(10);

    expect(refused).toEqual([
      'User Not Found, UNKNOWN_USER, 7',
      'Dialog Not Found, No call of that name was placed, nothing',
    ]);
    expect(state()).toBe('READY');
  });

  it('stops in the middle', () => {
    const { player, clock, state } = setup([{ at: 10, agent: ID, state: 'READY' }]);
    player.start();

    player.stop();
    clock.advance(100);

    expect(state()).toBe('LOGOUT');
  });
});
