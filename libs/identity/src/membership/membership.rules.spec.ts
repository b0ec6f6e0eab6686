import { ROLES } from '../permissions';
import { ORGANISATION_KINDS } from '../organisation/organisation.rules';
import { roleFits } from './membership.rules';

describe('roleFits', () => {
  it.each(ROLES)('%s has a place somewhere', (role) =>
    expect(ORGANISATION_KINDS.some((kind) => roleFits(role, kind))).toBe(true),
  );
  it('keeps the State, the CNFPT and the employers apart', () => {
    expect(roleFits('state_officer', 'employer')).toBe(false);
    expect(roleFits('course_manager', 'employer')).toBe(false);
    expect(roleFits('trainer', 'employer')).toBe(false);
    expect(roleFits('training_officer', 'state')).toBe(false);
    expect(roleFits('administrator', 'employer')).toBe(false);
  });
  it('lets a commune host in its own places', () => expect(roleFits('venue_host', 'employer')).toBe(true));
});
