import type { Roll, RollMark } from '../../api/types';

/** Who is present, by slot. A slot whose roll has not been called is absent from it. */
export type Calls = Record<string, string[]>;

/** The calls as the server keeps them: a slot counts as called once everyone in it has a mark. */
export function callsOf({ slots, rows }: Roll): Calls {
  const called = slots.filter(({ id }) => rows.every(({ marks }) => typeof marks[id] === 'boolean'));
  return Object.fromEntries(
    called.map(({ id }) => [id, rows.filter(({ marks }) => marks[id]).map(({ enrolmentId }) => enrolmentId)]),
  );
}

/** In a slot that was called, whoever is not present is absent. */
export const marksOf = (calls: Calls, { rows }: Roll): RollMark[] =>
  Object.entries(calls).flatMap(([slotId, present]) =>
    rows.map(({ enrolmentId }) => ({ enrolmentId, slotId, present: present.includes(enrolmentId) })),
  );

export const attends = (calls: Calls, enrolmentId: string): boolean =>
  Object.values(calls).some((present) => present.includes(enrolmentId));
