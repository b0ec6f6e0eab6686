import { isSiret } from '@app/platform';
import { codeOf, fictionalSiret, idOf } from './identifiers';
import { Random } from './random';

const draw = (seed: string) => {
  const random = new Random(seed);
  return [random.next(), random.int(1, 6), random.pick(['a', 'b', 'c']), random.shuffled([1, 2, 3, 4, 5])];
};

describe('Random', () => {
  it('gives the same draws for the same seed', () => expect(draw('2026')).toEqual(draw('2026')));
  it('gives others for another seed', () => expect(draw('2026')).not.toEqual(draw('2027')));
  it('stays within its bounds', () => {
    const random = new Random(1);
    const draws = Array.from({ length: 1000 }, () => random.int(3, 5));
    expect(new Set(draws)).toEqual(new Set([3, 4, 5]));
  });
  it('never picks what has no weight', () => {
    const random = new Random(1);
    const draws = Array.from({ length: 500 }, () => random.weighted({ never: 0, often: 3 }));
    expect(new Set(draws)).toEqual(new Set(['often']));
  });
});

describe('identifiers', () => {
  it('are UUID v7, stable within a year', () => {
    expect(idOf(2026, 'person', 'agent')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(idOf(2026, 'person', 'agent')).toBe(idOf(2026, 'person', 'agent'));
    expect(idOf(2026, 'person', 'agent')).not.toBe(idOf(2027, 'person', 'agent'));
  });
  it('have codes without letters that look alike', () =>
    expect(codeOf('S-', 'x', 5)).toMatch(/^S-[2-9A-HJKMNP-Z]{5}$/));
  it.each([21, 22, 24] as const)('make a valid SIRET of form %i', (form) =>
    expect(isSiret(fictionalSiret(form, 7))).toBe(true),
  );
});
