import type { FastifyInstance } from 'fastify';

/** Makes every refusal of the control API `{ "error": "what, where, and the remedy" }`. */
export function explainControlError(app: FastifyInstance): void {
  app.setSchemaErrorFormatter((errors, where) => {
    const [first] = errors;
    const place = `${where}${first?.instancePath ?? ''}`;
    const params: Readonly<Record<string, unknown>> = first?.params ?? {};
    const allowed = params['allowedValues'];
    const extra = params['additionalProperty'];
    const more = Array.isArray(allowed)
      ? allowed.join(', ')
      : typeof extra === 'string'
        ? extra
        : '';
    return new Error(
      `${place} ${first?.message ?? 'is not valid'}${more === '' ? '' : `: ${more}`}`,
    );
  });
  app.setErrorHandler((error, request, reply) => {
    const known: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
    const isValidation = error instanceof Error && Reflect.has(error, 'validation');
    const status = isValidation ? 400 : typeof known === 'number' ? known : 500;
    if (status >= 500) {
      request.log.error(error);
    }
    const message =
      error instanceof Error && status < 500 ? error.message : 'The sandbox failed; see its log.';
    return reply.code(status).send({ error: message });
  });
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send({ error: `There is no ${request.method} ${request.url} in the control API.` }),
  );
}
