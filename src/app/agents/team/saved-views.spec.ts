import { TestBed } from '@angular/core/testing';
import { provideState, provideStore, Store } from '@ngrx/store';
import { SignInPageActions } from '../../session/session-actions';
import { sessionFeature } from '../../session/session-feature';
import { readSavedViews, SavedViews } from './saved-views';

function setup(): { views: SavedViews; signIn: (agentId: string) => void } {
  localStorage.clear();
  TestBed.configureTestingModule({ providers: [provideStore(), provideState(sessionFeature)] });
  const store = TestBed.inject(Store);
  const signIn = (agentId: string): void =>
    store.dispatch(SignInPageActions.submitted({ agentId }));
  signIn('1000001');
  return { views: TestBed.inject(SavedViews), signIn };
}

describe('SavedViews', () => {
  it('keeps a view under its name, the latest first, and lets one of the same name give way', () => {
    const { views } = setup();

    views.save('Breaks', { state: 'NOT_READY', q: null });
    views.save('Queue watch', { group: 'state' });
    views.save(' Breaks ', { state: 'HOLD' });

    expect(views.all()).toEqual([
      { name: 'Breaks', params: { state: 'HOLD' } },
      { name: 'Queue watch', params: { group: 'state' } },
    ]);
  });

  it('keeps them apart for each user', () => {
    const { views, signIn } = setup();
    views.save('Mine', {});

    signIn('1000002');
    expect(views.all()).toEqual([]);
    signIn('1000001');
    expect(views.all().map(({ name }) => name)).toEqual(['Mine']);
  });

  it('forgets a view, keeps none without a name, and cuts a name that is too long', () => {
    const { views } = setup();
    views.save('  ', {});
    views.save('x'.repeat(300), {});
    views.save('Mine', {});

    views.remove('Mine');

    expect(views.all().map(({ name }) => name.length)).toEqual([60]);
  });
});

describe('readSavedViews', () => {
  for (const { text, names } of [
    { text: null, names: [] },
    { text: '{', names: [] },
    { text: '{"name":"x"}', names: [] },
    { text: '[{"name":"a","params":{}},{"name":1,"params":{}},null,7]', names: ['a'] },
    { text: '[{"name":"a","params":{"q":1}},{"name":"b","params":null}]', names: [] },
  ]) {
    it(`reads ${String(text)} without falling over`, () => {
      expect(readSavedViews(text).map(({ name }) => name)).toEqual(names);
    });
  }
});
