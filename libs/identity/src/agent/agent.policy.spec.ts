import { Actor } from '@app/platform';
import { permissionsOf, Role, ROLES } from '../permissions';
import { agentScope, mayReadAgent } from './agent.policy';

const actor = (role: Role, organisationId = 'ours', personId = 'me') =>
  new Actor(personId, 'Moi', [{ organisationId, role }], permissionsOf([role]));
const mine = { employerId: 'ours', supervisorId: 'me' };
const colleague = { employerId: 'ours', supervisorId: 'someone' };

describe('mayReadAgent', () => {
  it('opens every agent of the employer to its training officer', () => {
    expect(mayReadAgent(actor('training_officer'), mine)).toBe(true);
    expect(mayReadAgent(actor('training_officer'), { ...colleague, supervisorId: null })).toBe(true);
  });
  it('closes another employer’s agents', () =>
    expect(mayReadAgent(actor('training_officer', 'theirs'), mine)).toBe(false));
  it('opens a supervisor’s own team only', () => {
    expect(mayReadAgent(actor('supervisor'), mine)).toBe(true);
    expect(mayReadAgent(actor('supervisor'), colleague)).toBe(false);
  });
  it('closes the former team of a supervisor who left', () =>
    expect(mayReadAgent(actor('supervisor', 'theirs'), mine)).toBe(false));
  it.each(ROLES.filter((role) => role !== 'training_officer' && role !== 'supervisor'))(
    'gives %s nothing',
    (role) => expect(mayReadAgent(actor(role), mine)).toBe(false),
  );
});

describe('agentScope', () => {
  it('keeps the two roles’ organisations apart', () =>
    expect(agentScope(actor('supervisor')).params).toEqual([[], ['ours'], 'me']));
});
