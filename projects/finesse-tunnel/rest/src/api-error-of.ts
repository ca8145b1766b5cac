import { HttpErrorResponse } from '@angular/common/http';
import { type ApiError, readResource } from 'finesse-tunnel';
import { FinesseApiError, type FinesseApiErrorCode } from './finesse-api-error';
import { wordsOf } from './words-of';

/** Makes a typed error of whatever a request failed with; `path` says which one, in words for a person. */
export function apiErrorOf(failure: unknown, path: string): FinesseApiError {
  if (failure instanceof FinesseApiError) {
    return failure;
  }
  if (!(failure instanceof HttpErrorResponse) || failure.status === 0) {
    return new FinesseApiError(
      'no-answer',
      `${path} got no answer. Check the network, the certificate of the server, and whether it allows this origin (CORS).`,
    );
  }
  const { status } = failure;
  const errors = reasonsIn(failure.error);
  const said = wordsOf(errors);
  const message = `${path} was answered with ${status}${said === '' ? '' : `: ${said}`}. ${remedyFor(status)}`;
  return new FinesseApiError(codeOf(status), message, { status, errors });
}

function reasonsIn(body: unknown): readonly ApiError[] {
  const { resource } = readResource(typeof body === 'string' ? body : '');
  return resource?.kind === 'api-errors' ? resource.errors : [];
}

function codeOf(status: number): FinesseApiErrorCode {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 503:
      return 'out-of-service';
    default:
      return 'refused';
  }
}

function remedyFor(status: number): string {
  switch (status) {
    case 401:
      return 'Check the secret, and whether this agent may do that; five wrong passwords lock an account for five minutes.';
    case 404:
      return 'Check the id and the address of the REST API.';
    case 503:
      return 'Finesse is out of service: try again when SystemInfo says IN_SERVICE.';
    default:
      return 'The words are those of the server.';
  }
}
