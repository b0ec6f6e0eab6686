import { cadresEmplois, metiers } from './careers.rows';
import { communes, departements, publicHolidays, regions } from './places.rows';
import { searchName } from './territory';

const unique = (values: string[]) => expect(new Set(values).size).toBe(values.length);

describe('reference data', () => {
  it('has the 233 métiers of the agreement, in 35 families and 5 domains', () => {
    const { rows } = metiers();
    unique(rows.map(({ code }) => code));
    expect(rows).toHaveLength(233);
    expect(new Set(rows.map(({ family }) => family)).size).toBe(35);
    expect(new Set(rows.map(({ domain }) => domain)).size).toBe(5);
  });

  it('has 54 cadres d’emplois in 2017 and 60 in 2026, each with a stable id', () => {
    const { rows } = cadresEmplois();
    unique(rows.map(({ id }) => id));
    expect(rows.filter(({ edition }) => edition === '2017')).toHaveLength(54);
    expect(rows.filter(({ edition }) => edition === '2026')).toHaveLength(60);
    expect(rows.every(({ category }) => ['A+', 'A', 'B', 'C'].includes(category))).toBe(true);
    expect(rows).toContainEqual(
      expect.objectContaining({ id: '2026-attaches-territoriaux', category: 'A', filiere: 'Administrative' }),
    );
  });

  it('has today’s communes, each in a known département of a known region', () => {
    const { rows } = communes();
    unique(rows.map(({ code }) => code));
    expect(rows).toHaveLength(34_969 + 45);
    const known = new Map(departements().rows.map(({ code, region_code }) => [code, region_code]));
    expect(rows.filter((row) => known.get(row.departement_code) !== row.region_code)).toEqual([]);
    const regionCodes = new Set(regions().rows.map(({ code }) => code));
    expect([...known.values()].filter((code) => !regionCodes.has(code))).toEqual([]);
    expect(rows.find(({ code }) => code === '69123')).toMatchObject({
      name: 'Lyon',
      postal_codes: expect.arrayContaining(['69003']) as string[],
    });
  });

  it('situates communes, by themselves or by their neighbours', () => {
    const { rows } = communes();
    const of = (code: string) => rows.find((row) => row.code === code)!;
    expect(of('51454')).toMatchObject({ name: 'Reims', lat: 49.2653, lon: 4.0285 });
    expect(of('98818')).toMatchObject({ name: 'Nouméa', lat: -22.2741 });
    expect(of('75115')).toMatchObject({ lat: of('75056').lat }); // an arrondissement of Paris
    expect(of('01002').lat).toBeCloseTo(45.9, 0); // too small to be in the gazetteer
    expect(rows.filter(({ lat }) => lat === null).length / rows.length).toBeLessThan(0.04);
  });

  it('knows the time zone of each département and a calendar for it', () => {
    const { rows } = departements();
    const calendars = new Set(publicHolidays().rows.map(({ territory }) => territory));
    for (const { time_zone, holiday_territory } of rows) {
      expect(() => new Intl.DateTimeFormat('fr', { timeZone: time_zone })).not.toThrow();
      expect(calendars).toContain(holiday_territory);
    }
    expect(rows.find(({ code }) => code === '974')).toMatchObject({ time_zone: 'Indian/Reunion' });
  });

  it('closes Strasbourg on Good Friday, and no other place of the mainland', () => {
    const goodFriday = publicHolidays().rows.filter(({ date }) => date === '2026-04-03');
    const closed = goodFriday.map(({ territory }) => territory);
    expect(closed).toContain('alsace-moselle');
    expect(closed).not.toContain('metropole');
  });

  it('searches names whatever the accents, hyphens and apostrophes', () => {
    expect(searchName('L’Haÿ-les-Roses')).toBe('l hay les roses');
    expect(searchName('Œuilly')).toBe('oeuilly');
  });
});
