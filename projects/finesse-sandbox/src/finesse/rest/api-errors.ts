import { refuse } from '../finesse-error';

type Refusal = ReturnType<typeof refuse>;

/** A body that is missing or not what the API asks for. */
export function badRequest(message: string): Refusal {
  return refuse(400, 'Bad Request', { message });
}

/** A field that has to be there. */
export function parameterMissing(name: string): Refusal {
  return refuse(400, 'Parameter Missing', { message: `Parameter missing: ${name}`, data: name });
}

/** A field whose value means nothing, or nothing here. */
export function invalidInput(name: string, message = 'HTTP_BAD_REQUEST'): Refusal {
  return refuse(400, 'Invalid Input', { message, data: name });
}

/** No user has that id. */
export function userNotFound(): Refusal {
  return refuse(404, 'User Not Found', { message: 'UNKNOWN_USER', data: '4023' });
}

/** The credentials are those of another user than the path names. */
export function invalidUser(id: string): Refusal {
  return refuse(401, 'Invalid Authorization User Specified', {
    message: 'The user specified in the authentication credentials and the uri must match',
    data: id,
  });
}

/** The caller's role lacks the right. */
export function unauthorizedRole(id: string): Refusal {
  return refuse(401, 'Unauthorized', {
    message: 'The user is not authorized to perform the operation',
    data: id,
  });
}

/** Known to the documents, not to the sandbox. */
export function notImplemented(what: string): Refusal {
  return refuse(501, 'Not Implemented', { message: `${what} is not implemented`, data: what });
}
