/** One line of a value written like JSON. */
export interface ValueLine {
  readonly indent: number;
  readonly text: string;
  /** `new`: nothing was known in its place; `changed`: something else was. */
  readonly change: 'none' | 'new' | 'changed';
  /** What was there before, as JSON. */
  readonly was?: string;
}

/**
 * Writes a value line by line, and marks what differs from what was known before.
 *
 * @param before - Of the same shape as far as it goes; `undefined`: nothing was known, so nothing is marked.
 */
export function changedLines(value: unknown, before: unknown): readonly ValueLine[] {
  const lines: ValueLine[] = [];
  write(
    lines,
    { value, before, isCompared: before !== undefined },
    { indent: 0, head: '', tail: '' },
  );
  return lines;
}

interface Compared {
  readonly value: unknown;
  readonly before: unknown;
  /** Whether something was known around it, so that its absence means something. */
  readonly isCompared: boolean;
}

interface Place {
  readonly indent: number;
  readonly head: string;
  readonly tail: string;
}

function write(lines: ValueLine[], compared: Compared, { indent, head, tail }: Place): void {
  const { value, before, isCompared } = compared;
  const parts = partsOf(value);
  if (parts === undefined || parts.length === 0) {
    const text = jsonOf(value);
    lines.push({ indent, text: head + text + tail, ...changeOf(compared) });
    return;
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  lines.push({ indent, text: head + open, change: 'none' });
  parts.forEach(([name, part], index) => {
    const known = partOf(before, name);
    write(
      lines,
      {
        value: part,
        before: known,
        // What stands around the things compared, such as the node, is nothing that changed.
        isCompared: isCompared && (indent === 0 ? known !== undefined : before !== undefined),
      },
      {
        indent: indent + 1,
        head: Array.isArray(value) ? '' : `${JSON.stringify(name)}: `,
        tail: index < parts.length - 1 ? ',' : '',
      },
    );
  });
  lines.push({ indent, text: close + tail, change: 'none' });
}

function changeOf({ value, before, isCompared }: Compared): Pick<ValueLine, 'change' | 'was'> {
  if (!isCompared) {
    return { change: 'none' };
  }
  if (before === undefined) {
    return { change: 'new' };
  }
  const was = jsonOf(before);
  return was === jsonOf(value) ? { change: 'none' } : { change: 'changed', was };
}

/** Never `undefined`, whatever the types say. */
function jsonOf(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

function partsOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  return typeof value === 'object' && value !== null ? Object.entries(value) : undefined;
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([known]) => known === name)?.[1]
    : undefined;
}
