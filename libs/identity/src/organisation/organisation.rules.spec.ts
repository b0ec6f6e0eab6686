import { siretFault } from './organisation.rules';

describe('siretFault', () => {
  it('asks an employer for its number', () =>
    expect(siretFault('employer', null)).toBe('organisation.siret_missing'));
  it('lets a venue operator live without one', () => expect(siretFault('venue_operator', null)).toBeNull());
  it('refuses a number that fails its key', () =>
    expect(siretFault('employer', '21350238800018')).toBe('organisation.siret'));
  it('refuses the all-zero placeholder', () =>
    expect(siretFault('employer', '00000000000000')).toBe('organisation.siret'));
  it('accepts a real one', () => expect(siretFault('employer', '21350238800019')).toBeNull());
});
