import { alertsOf, commissionOf, needsCommission } from './statutory.rules';

const rules = { refusals_before_commission: 1, same_object_months: 12, same_object_months_short: 6 };
const none = { refusals: 0, followed: null };

describe('alertsOf', () => {
  const codes = (precedents: Parameters<typeof alertsOf>[0], day: string) => alertsOf(precedents, 'fonctionnaire', rules, day).map(({ code }) => code);
  it.each([
    [none, '2027-01-10', []],
    [{ ...none, refusals: 1 }, '2027-01-10', ['commission']],
    [{ ...none, refusals: 2 }, '2027-01-10', ['commission']],
    [{ ...none, followed: { endedOn: '2026-08-31', hours: 12 } }, '2027-02-27', ['same_object']],
    [{ ...none, followed: { endedOn: '2026-08-31', hours: 12 } }, '2027-02-28', []],
    [{ ...none, followed: { endedOn: '2026-08-31', hours: 60 } }, '2027-08-30', ['same_object']],
    [{ ...none, followed: { endedOn: '2026-08-31', hours: 60 } }, '2027-08-31', []],
  ])('%j, for a session of %s → %j', (precedents, day, expected) => expect(codes(precedents, day)).toEqual(expected));

  it('says nothing that no rule in force says', () => expect(alertsOf({ refusals: 3, followed: { endedOn: '2026-08-31', hours: 1 } }, 'contractuel', {}, '2026-09-01')).toEqual([]));
});

it('a refusal goes before the commission of the agent', () => {
  expect([commissionOf('fonctionnaire'), commissionOf('contractuel')]).toEqual(['la commission administrative paritaire (CAP)', 'la commission consultative paritaire (CCP)']);
  expect(needsCommission({ ...none, refusals: 1 }, rules)).toBe(true);
});
