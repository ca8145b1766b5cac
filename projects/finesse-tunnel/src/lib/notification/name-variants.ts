/**
 * A name as notifications, pages of the guide and HTTP answers write it: they differ in the case of its first letter.
 */
export function nameVariants(name: string): readonly [string, string] {
  const rest = name.slice(1);
  return [name.charAt(0).toLowerCase() + rest, name.charAt(0).toUpperCase() + rest];
}
