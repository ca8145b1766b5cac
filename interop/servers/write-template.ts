import { readFile, writeFile } from 'node:fs/promises';

/**
 * Writes a configuration file from one of ours, with each `$word` replaced.
 *
 * @throws Error for a `$word` that has no value.
 */
export async function writeTemplate(
  template: URL,
  target: string,
  values: Readonly<Record<string, string | number>>,
): Promise<void> {
  const text = await readFile(template, 'utf8');
  const filled = text.replace(/\$(\w+)/g, (_, word: string) => {
    const value = values[word];
    if (value === undefined) {
      throw new Error(`${template.pathname} asks for $${word}, which has no value.`);
    }
    return String(value);
  });
  await writeFile(target, filled);
}
