import { renderNow, type Rendering } from './render-now';

function setup() {
  const log: string[] = [];
  const rendering: Rendering = {
    zone: { run: (work) => work() },
    hasZone: false,
    application: { destroyed: false, tick: () => void log.push('rendered') },
    failures: { handleError: (failure: unknown) => void log.push(String(failure)) },
  };
  return { log, rendering, change: () => void log.push('changed') };
}

describe('renderNow', () => {
  it('renders at once what was changed', () => {
    const { log, rendering, change } = setup();

    renderNow(rendering, change);

    expect(log).toEqual(['changed', 'rendered']);
  });

  it('leaves rendering to the zone where there is one', () => {
    const { log, rendering, change } = setup();

    renderNow({ ...rendering, hasZone: true }, change);

    expect(log).toEqual(['changed']);
  });

  it('renders nothing after the application has gone', () => {
    const { log, rendering, change } = setup();

    renderNow({ ...rendering, application: { ...rendering.application, destroyed: true } }, change);

    expect(log).toEqual(['changed']);
  });

  it('reports a component that fails, and goes on', () => {
    const { log, rendering, change } = setup();
    const tick = (): never => {
      throw new Error('a template failed');
    };

    renderNow({ ...rendering, application: { destroyed: false, tick } }, change);

    expect(log).toEqual(['changed', 'Error: a template failed']);
  });
});
