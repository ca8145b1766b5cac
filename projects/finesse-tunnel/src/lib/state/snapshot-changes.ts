import type { EntityChange } from '../model/ledger';
import type { ContactCenter } from './contact-center';
import { entityOf, listOf } from './collection';
import type { Stored, StoredEntities } from './stored-entities';

/** What is different between two states of the contact centre, thing by thing. */
export function snapshotChanges(
  before: ContactCenter,
  after: ContactCenter,
): readonly EntityChange[] {
  return before === after
    ? []
    : [
        ...changesOf('agent', before.agents, after.agents),
        ...changesOf('dialog', before.dialogs, after.dialogs),
        ...changesOf('queue', before.queues, after.queues),
      ];
}

function changesOf<T extends Stored>(
  entity: EntityChange['entity'],
  before: StoredEntities<T>,
  after: StoredEntities<T>,
): readonly EntityChange[] {
  if (before === after) {
    return [];
  }
  const changes: EntityChange[] = [];
  for (const now of listOf(after)) {
    const then = entityOf(before, now.id);
    if (then === undefined) {
      changes.push({ entity, id: now.id, change: 'added', fields: [] });
    } else if (then !== now) {
      const fields = differentFields(then, now);
      if (fields.length > 0) {
        changes.push({ entity, id: now.id, change: 'changed', fields });
      }
    }
  }
  for (const { id } of listOf(before)) {
    if (entityOf(after, id) === undefined) {
      changes.push({ entity, id, change: 'removed', fields: [] });
    }
  }
  return changes;
}

/** Where a thing is known from is no fact about it, and what was not known before is no difference. */
function differentFields(then: Stored, now: Stored): readonly string[] {
  return Object.entries(then)
    .filter(
      ([field, value]) =>
        !OWN_NOTES.has(field) && value !== undefined && !isSame(value, Reflect.get(now, field)),
    )
    .map(([field]) => field);
}

const OWN_NOTES: ReadonlySet<string> = new Set(['toldAt', 'nodes', 'revisions']);

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
