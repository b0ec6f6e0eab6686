import { Actor } from '@app/platform';
import { permissionsOf, Role } from '../permissions';
import { mayReadOrganisation } from './organisation.policy';

const actor = (role: Role, organisationId = 'ours') =>
  new Actor('me', 'Moi', [{ organisationId, role }], permissionsOf([role]));

describe('mayReadOrganisation', () => {
  it('opens one’s own', () => expect(mayReadOrganisation(actor('agent'), 'ours')).toBe(true));
  it('closes the others', () => expect(mayReadOrganisation(actor('training_officer'), 'theirs')).toBe(false));
  it('opens all to an administrator', () =>
    expect(mayReadOrganisation(actor('administrator'), 'theirs')).toBe(true));
  it('needs a role', () =>
    expect(mayReadOrganisation(new Actor('me', 'Moi', [], permissionsOf([])), 'ours')).toBe(false));
});
