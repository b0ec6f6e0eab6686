import { payerOf } from './eligibility.rules';

const asked = { employerKind: 'employer', regime: 'cnfpt', conditions: 'Repas à la charge de l’État.', acceptsConditions: false };

describe('payerOf', () => {
  it.each(['cnfpt', 'shared', 'project_sheet'])('the CNFPT pays for a territorial agent, under %s', (regime) => expect(payerOf({ ...asked, regime })).toEqual({ payer: 'cnfpt' }));
  it.each([
    ['cnfpt', false, { code: 'enrolment.article4_territorial' }],
    ['cnfpt', true, { code: 'enrolment.article4_territorial' }],
    ['shared', false, { payer: 'shared' }],
    ['project_sheet', false, { code: 'enrolment.article4_conditions', pointer: '/acceptsConditions', refused: expect.stringContaining('Repas à la charge de l’État.') }],
    ['project_sheet', true, { payer: 'project_sheet' }],
  ] as const)('another agent, under %s, terms accepted: %s', (regime, acceptsConditions, expected) =>
    expect(payerOf({ ...asked, employerKind: 'state', regime, acceptsConditions })).toMatchObject(expected),
  );
});
