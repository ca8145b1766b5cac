import { type FastifyInstance } from 'fastify';

/** Serves the built dashboard on `localhost`; `config` is what `config.json` says, an object or text. */
export function serveDashboard(options: {
  readonly port: number;
  readonly config: unknown;
  readonly folder?: string;
}): Promise<FastifyInstance>;
