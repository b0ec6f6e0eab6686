import { Actor } from '@app/platform';
import { actionsFor, mayDecide, maySee } from './enrolment.policy';

const parties = { agentId: 'agent', employerId: 'town', organiserId: 'cnfpt', supervisorId: 'chief' };
const actor = (personId: string, role: string, organisationId: string) => new Actor(personId, personId, [{ organisationId, role }], new Set());

describe('enrolment policy', () => {
  it.each([
    ['its agent', actor('agent', 'agent', 'town'), true],
    ['the training officer of its employer', actor('x', 'training_officer', 'town'), true],
    ['the manager of its session', actor('x', 'course_manager', 'cnfpt'), true],
    ['the supervisor of its agent', actor('chief', 'supervisor', 'town'), true],
    ['a colleague', actor('x', 'agent', 'town'), false],
    ['another supervisor', actor('x', 'supervisor', 'town'), false],
    ['the officer of another employer', actor('x', 'training_officer', 'city'), false],
    ['another manager', actor('x', 'course_manager', 'other'), false],
  ])('shows a request to %s: %s', (_who, who, seen) => expect(maySee(who, parties)).toBe(seen));

  it('lets nobody decide on their own request', () =>
    expect(mayDecide(actor('agent', 'training_officer', 'town'), parties)).toBe(false));
  it('offers the buttons that will work', () => {
    expect(actionsFor(actor('agent', 'agent', 'town'), parties, 'submitted')).toEqual(['withdraw']);
    expect(actionsFor(actor('x', 'training_officer', 'town'), parties, 'submitted')).toEqual(['validate', 'refuse', 'withdraw']);
    expect(actionsFor(actor('x', 'course_manager', 'cnfpt'), parties, 'submitted')).toEqual([]);
  });
});
