import { defer, of, throwError } from 'rxjs';
import { FinesseApiError } from './finesse-api-error';
import { retryOutOfService } from './retry-out-of-service';

describe('retryOutOfService', () => {
  beforeEach(() => jasmine.clock().install());
  afterEach(() => jasmine.clock().uninstall());

  it('sends again while the server is out of service', () => {
    const { tries, told } = setup([new FinesseApiError('out-of-service', 'away'), 'here']);

    jasmine.clock().tick(4_999);
    expect(tries()).toBe(1);
    jasmine.clock().tick(1);

    expect(told).toEqual(['here']);
  });

  it('leaves every other failure alone', () => {
    const { tries, told } = setup([new FinesseApiError('refused', 'no')]);

    jasmine.clock().tick(60_000);

    expect(tries()).toBe(1);
    expect(told).toEqual(['refused']);
  });
});

function setup(answers: (string | FinesseApiError)[]) {
  let tries = 0;
  const told: string[] = [];
  defer(() => {
    const answer = answers[tries++];
    return typeof answer === 'string' ? of(answer) : throwError(() => answer);
  })
    .pipe(retryOutOfService())
    .subscribe({
      next: (value) => told.push(value),
      error: (failure: FinesseApiError) => told.push(failure.code),
    });
  return { told, tries: () => tries };
}
