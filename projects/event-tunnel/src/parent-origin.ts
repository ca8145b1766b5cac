import { parseHttpUrl } from './allowed-origins';

/**
 * Where the parent comes from, as far as the browser tells: by `ancestorOrigins`, which Firefox long had not, else by the
 * referrer, which a page may withhold.
 */
export function parentOrigin(
  ancestorOrigins: ArrayLike<string> | undefined,
  referrer: string,
): string | undefined {
  return ancestorOrigins?.[0] ?? parseHttpUrl(referrer)?.origin;
}
