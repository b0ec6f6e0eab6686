import { notAssignable, TRAINER_STATUSES, trainerLife } from './trainer.rules';

describe('trainerLife', () => {
  it.each([
    ['candidate', ['admit', 'leave']],
    ['admitted', ['suspend', 'leave']],
    ['suspended', ['admit', 'leave']],
    ['left', ['admit']],
  ] as const)('from %s opens %j', (status, actions) =>
    expect(trainerLife.available(status)).toEqual(actions),
  );
});

describe('notAssignable', () => {
  it('lets only the admitted be assigned', () =>
    expect(TRAINER_STATUSES.filter((status) => notAssignable('Anne Le Goff', status) === null)).toEqual([
      'admitted',
    ]));
  it('says who and why', () =>
    expect(notAssignable('Anne Le Goff', 'suspended')).toBe('Anne Le Goff est suspendu du vivier.'));
});
