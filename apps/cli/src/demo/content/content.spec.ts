import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cadresEmplois, communes, metiers } from '@app/identity';
import { ACCOUNTS } from './accounts';
import { CAREERS } from './careers';
import { COURSES } from './courses';
import { EMPLOYERS } from './employers';
import { PARTNERS } from './partners';
import { ACCESSIBILITY, ATTESTATIONS, SHEETS, TERMS } from './sheets';

const unique = (values: string[]) =>
  expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);

describe('courses', () => {
  it('are at least 64 published, with two drafts and one archived', () => {
    const count = (status: string) => COURSES.filter((course) => course.status === status).length;
    expect(count('published')).toBeGreaterThanOrEqual(64);
    expect(count('draft')).toBe(2);
    expect(count('archived')).toBe(1);
  });

  it('have unique addresses and titles', () => {
    unique(COURSES.map(({ slug }) => slug));
    unique(COURSES.map(({ title }) => title));
    expect(COURSES.filter(({ slug }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))).toEqual([]);
  });

  it.each(COURSES.map((course) => [course.slug, course] as const))(
    '%s says what the law asks of a sheet',
    (_, course) => {
      expect(course.summary.length).toBeLessThanOrEqual(280);
      expect(course.objectives.length).toBeGreaterThanOrEqual(3);
      expect(course.objectives.length).toBeLessThanOrEqual(5);
      expect(course.content.length).toBeGreaterThanOrEqual(2);
      expect(course.audienceCategories.length).toBeGreaterThan(0);
      expect(course.keywords.length).toBeGreaterThanOrEqual(3);
      expect(course.durationHours % 3).toBe(0);
      for (const text of [course.prerequisites, course.evaluation, course.theme]) expect(text).not.toBe('');
    },
  );

  it('are typeset in French', () => {
    const text = JSON.stringify(COURSES);
    expect(text).not.toMatch(/[a-zé][ \u00a0][;:!?»]/);
    expect(text).not.toMatch(/«[^\u202f]/);
    expect(text).not.toContain("'");
  });
});

describe('what sheets share', () => {
  const codesOf = (...path: string[]) => readFileSync(join(process.cwd(), 'data', ...path), 'utf8');
  it.each(Object.entries(SHEETS))('of %s is in the references', (_, { metiers: posts, competencies, nsf, rome }) => {
    const known = new Set(metiers().rows.map(({ code }) => code));
    expect(posts.filter((code) => !known.has(code))).toEqual([]);
    for (const [code] of competencies) expect(codesOf('referentiels', 'crcn-2019.json')).toContain(`"code": "${code}"`);
    for (const code of nsf) expect(codesOf('nsf', 'nsf-1994.json')).toContain(`"code":"${code}"`);
    for (const code of rome) expect(codesOf('rome', 'rome-v3.csv')).toContain(`\n${code}|`);
  });
  it('are typeset in French', () => expect(JSON.stringify([SHEETS, TERMS, ATTESTATIONS, ACCESSIBILITY])).not.toMatch(/'|[a-zé][ \u00a0][;:!?»]|«[^\u202f]/));
});

describe('people and organisations', () => {
  it('have posts that exist in the reference data, in the right category', () => {
    const cadres = new Map(cadresEmplois().rows.map(({ id, category }) => [id, category]));
    const known = new Set(metiers().rows.map(({ code }) => code));
    for (const { cadre, category, metier } of CAREERS) {
      expect([cadre, cadres.get(cadre)]).toEqual([cadre, category]);
      expect(known).toContain(metier);
    }
  });

  it('are twenty employers in real communes', () => {
    const known = new Map(communes().rows.map((row) => [row.code, row.departement_code]));
    expect(EMPLOYERS).toHaveLength(20);
    for (const { communeCode, departementCode } of EMPLOYERS)
      expect(known.get(communeCode)).toBe(departementCode);
  });

  it('are the 35 entities of the CNFPT of 2015, then 18 délégations', () => {
    const on = (day: string) =>
      PARTNERS.filter(
        ({ kind, validFrom, validTo }) =>
          kind === 'cnfpt' && validFrom <= day && (validTo === null || day < validTo),
      );
    expect(on('2015-10-01')).toHaveLength(35);
    expect(on('2026-01-01').filter(({ name }) => name.includes('délégation'))).toHaveLength(18);
  });

  it('have one account per user group', () => unique(ACCOUNTS.map(({ key }) => key)));
});
