import { priorityOf } from './priority.rules';

const ranks = { moved: 0, law: 1, region: 2 };
const claims = { scope: 'regional', organiserId: 'bretagne', delegationId: 'bretagne', byLaw: false } as const;

describe('priorityOf', () => {
  it.each([
    [{}, { rule: 'region', rank: 2 }],
    [{ scope: 'open' }, { rule: null, rank: 99 }],
    [{ delegationId: 'normandie' }, { rule: null, rank: 99 }],
    [{ delegationId: null }, { rule: null, rank: 99 }],
    [{ byLaw: true }, { rule: 'law', rank: 1 }],
    [{ byLaw: true, scope: 'open' }, { rule: 'law', rank: 1 }],
  ] as const)('%j → %j', (change, expected) => expect(priorityOf({ ...claims, ...change }, ranks)).toEqual(expected));

  it('claims nothing of a rule that is not in force', () => expect(priorityOf({ ...claims, byLaw: true }, { region: 2 })).toEqual({ rule: 'region', rank: 2 }));
});
