import { Actor } from '@app/platform';
import { actionsFor, maySee } from './enrolment.policy';

const parties = { agentId: 'agent', employerIds: ['town', 'centre'], organiserId: 'cnfpt', supervisorId: 'chief', deputyId: 'deputy' };
const awaits = (step: 'opinion' | 'validation' | 'visa') => ({ status: 'submitted', step }) as const;
const is = (status: 'transmitted' | 'admitted' | 'waiting' | 'offered' | 'convoked') => ({ status, step: null });
const actor = (personId: string, role: string, organisationId: string) => new Actor(personId, personId, [{ organisationId, role }], new Set());

describe('enrolment policy', () => {
  it.each([
    ['its agent', actor('agent', 'agent', 'town'), true],
    ['the training officer of its employer', actor('x', 'training_officer', 'town'), true],
    ['the manager of its session', actor('x', 'course_manager', 'cnfpt'), true],
    ['the supervisor of its agent', actor('chief', 'supervisor', 'town'), true],
    ['who stands in for the supervisor', actor('deputy', 'agent', 'town'), true],
    ['the training officer of its centre de gestion', actor('x', 'training_officer', 'centre'), true],
    ['a colleague', actor('x', 'agent', 'town'), false],
    ['another supervisor', actor('x', 'supervisor', 'town'), false],
    ['the officer of another employer', actor('x', 'training_officer', 'city'), false],
    ['another manager', actor('x', 'course_manager', 'other'), false],
  ])('shows a request to %s: %s', (_who, who, seen) => expect(maySee(who, parties)).toBe(seen));

  const AGENT = actor('agent', 'agent', 'town');
  const OFFICER = actor('x', 'training_officer', 'town');
  const CENTRE = actor('x', 'training_officer', 'centre');
  const CHIEF = actor('chief', 'supervisor', 'town');
  const DEPUTY = actor('deputy', 'agent', 'town');
  const MANAGER = actor('x', 'course_manager', 'cnfpt');

  it.each([
    ['the agent', AGENT, awaits('validation'), ['withdraw']],
    ['the officer', OFFICER, awaits('validation'), ['validate', 'refuse', 'withdraw']],
    ['the officer of the centre de gestion', CENTRE, awaits('validation'), ['validate', 'refuse', 'withdraw']],
    ['the officer, before the opinion', OFFICER, awaits('opinion'), ['withdraw']],
    ['the officer, for the visa', OFFICER, awaits('visa'), ['endorse', 'refuse', 'withdraw']],
    ['the supervisor', CHIEF, awaits('opinion'), ['opine']],
    ['who stands in for them', DEPUTY, awaits('opinion'), ['opine']],
    ['the supervisor, once they have said', CHIEF, awaits('validation'), []],
    ['the manager, before the employer has said', MANAGER, awaits('validation'), []],
    ['the manager', MANAGER, is('transmitted'), ['select', 'not_select']],
    ['the manager, of someone seated', MANAGER, is('admitted'), ['convoke']],
    ['the manager, of someone convoked', MANAGER, is('convoked'), ['release']],
    ['the agent, of a seat offered', AGENT, is('offered'), ['accept', 'decline', 'withdraw']],
    ['the officer, of a seat offered', OFFICER, is('offered'), ['withdraw']],
    ['the agent, once convoked', AGENT, is('convoked'), []],
  ] as const)('offers to %s the buttons that will work', (_who, who, situation, expected) => expect(actionsFor(who, parties, situation)).toEqual(expected));

  it.each([awaits('opinion'), awaits('validation'), awaits('visa'), is('transmitted')])('lets nobody decide on their own request: %j', (situation) => {
    const everything = new Actor('agent', 'agent', [
      { organisationId: 'town', role: 'training_officer' }, { organisationId: 'town', role: 'supervisor' }, { organisationId: 'cnfpt', role: 'course_manager' },
    ], new Set());
    expect(actionsFor(everything, { ...parties, deputyId: 'agent' }, situation)).toEqual(['withdraw']);
  });
});
