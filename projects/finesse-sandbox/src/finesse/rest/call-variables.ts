import type { CallVariable } from '../dialog';
import { type BodyElement, childOf, textOf } from './xml-body';

/** Call variables of a request, under either spelling that Finesse's documents use. */
export function readVariables(body: BodyElement): readonly CallVariable[] {
  const properties = childOf(body, 'mediaProperties') ?? body;
  const list = childOf(properties, 'callvariables') ?? childOf(properties, 'callVariables');
  return (list?.children ?? []).flatMap((child) => {
    const name = textOf(child, 'name');
    return name === undefined ? [] : [{ name, value: textOf(child, 'value') ?? '' }];
  });
}
