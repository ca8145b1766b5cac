import { FinesseApiError } from 'finesse-tunnel/rest';
import { errorText, reasonOf } from './error-text';

describe('errorText', () => {
  it('writes what a help desk asks for, as far as it was told', () => {
    expect(errorText({ errorType: 'Invalid State', errorData: '22', errorMessage: 'CF_X' })).toBe(
      'Invalid State 22: CF_X',
    );
    expect(errorText({ errorType: 'Invalid State', errorMessage: 'CF_X' })).toBe(
      'Invalid State: CF_X',
    );
    expect(errorText({ errorData: '260' })).toBe('260');
  });
});

describe('reasonOf', () => {
  it('prefers the words of the server to those of the library', () => {
    const errors = [{ errorType: 'Device Busy' }, {}, { errorType: 'Generic Error' }];

    expect(reasonOf(new FinesseApiError('refused', 'said by us', { errors }))).toBe(
      'Device Busy; Generic Error',
    );
    expect(reasonOf(new FinesseApiError('no-answer', 'said by us'))).toBe('said by us');
  });

  it('has words for any failure', () => {
    expect(reasonOf(new Error('no idea'))).toBe('no idea');
    expect(reasonOf('odd')).toBe('odd');
  });
});
