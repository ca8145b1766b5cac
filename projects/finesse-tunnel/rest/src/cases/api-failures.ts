/** Answers that are refusals, and what must be made of them. */
export const FAILURES = [
  {
    what: 'a refusal with its reasons',
    status: 400,
    body: '<ApiErrors><ApiError><ErrorType>Invalid State</ErrorType><ErrorData>READY</ErrorData><ErrorMessage>not &amp; never</ErrorMessage></ApiError></ApiErrors>',
    code: 'refused',
    said: ['Invalid State', 'not & never', 'READY'],
  },
  {
    what: 'a server out of service',
    status: 503,
    body: '<ApiErrors><ApiError><ErrorType>Service Unavailable</ErrorType><ErrorMessage>SERVER_OUT_OF_SERVICE</ErrorMessage><ErrorData></ErrorData></ApiError></ApiErrors>',
    code: 'out-of-service',
    said: ['Service Unavailable', 'SERVER_OUT_OF_SERVICE', ''],
  },
  { what: 'a wrong secret', status: 401, body: '', code: 'unauthorized', said: ['', '', ''] },
  {
    what: 'a page of somebody else',
    status: 404,
    body: '<html><p>404 <br> nginx</html>',
    code: 'refused',
    said: ['', '', ''],
  },
] as const;
