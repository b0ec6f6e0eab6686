import { Handlers } from '@app/platform';
import fc from 'fast-check';
import { TestApp, testApp } from '../../../../test/support/app';
import type { CoursePage, FacetValue, Suggestions } from './search.dto';

const THEMES = ['donnees-ouvertes', 'e-reputation', 'culture-numerique'];
const MODALITIES = ['presence', 'distance'];
const CATEGORIES = ['A', 'B', 'C'];
const DEPARTEMENTS = ['63', '69', '974'];
const WORDS = ['tableur', 'cartographie', 'archives'];
const DAYS = ['2031-03-10', '2031-03-28', '2031-04-02'];

interface Offer {
  departement: string;
  day: string;
  free: boolean;
  lat: number;
}
interface Sheet {
  words: string[];
  theme: string;
  modality: string;
  categories: string[];
  offers: Offer[];
}
interface Asked {
  q?: string;
  theme?: string[];
  modality?: string[];
  category?: string[];
  departement?: string[];
  from?: string;
  free?: boolean;
  radius?: number;
}

const subset = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const sheet = fc.record({
  words: subset(WORDS), theme: fc.constantFrom(...THEMES), modality: fc.constantFrom(...MODALITIES), categories: subset(CATEGORIES),
  offers: fc.array(fc.record({ departement: fc.constantFrom(...DEPARTEMENTS), day: fc.constantFrom(...DAYS), free: fc.boolean(), lat: fc.constantFrom(45, 45.5, 48) }), { maxLength: 3 }),
});
const asked = fc.record(
  {
    q: fc.constantFrom(...WORDS), theme: subset(THEMES), modality: subset(MODALITIES), category: subset(CATEGORIES), departement: subset(DEPARTEMENTS),
    from: fc.constantFrom(...DAYS), free: fc.constant(true), radius: fc.constantFrom(20, 100),
  },
  { requiredKeys: [] },
);

/** What the search must answer, counted one by one. */
function naive(sheets: (Sheet & { slug: string })[], wanted: Asked) {
  const any = <T>(chosen: T[] | undefined, held: T[]) => !chosen || chosen.some((one) => held.includes(one));
  const near = ({ lat }: Offer) => !wanted.radius || (lat - 45) * 111.2 <= wanted.radius;
  const offerTests = {
    departement: (o: Offer) => any(wanted.departement, [o.departement]), month: (o: Offer) => !wanted.from || o.day >= wanted.from, free: (o: Offer) => !wanted.free || o.free,
  };
  const courseTests = {
    theme: (s: Sheet) => any(wanted.theme, [s.theme]), modality: (s: Sheet) => any(wanted.modality, [s.modality]), category: (s: Sheet) => any(wanted.category, s.categories),
  };
  const wantsOffer = Boolean(wanted.departement ?? wanted.from ?? wanted.free ?? wanted.radius);
  const hits = sheets.filter(({ words }) => !wanted.q || words.includes(wanted.q));
  const passes = (s: Sheet, but?: string) => Object.entries(courseTests).every(([name, test]) => name === but || test(s));
  const offers = (s: Sheet, but?: string) => s.offers.filter((o) => near(o) && Object.entries(offerTests).every(([name, test]) => name === but || test(o)));
  const counts = new Map<string, number>();
  const count = (facet: string, values: string[]) => new Set(values).forEach((value) => counts.set(`${facet}:${value}`, (counts.get(`${facet}:${value}`) ?? 0) + 1));
  for (const s of hits) {
    const isOffered = !wantsOffer || offers(s).length > 0;
    if (isOffered && passes(s, 'theme')) count('theme', [s.theme]);
    if (isOffered && passes(s, 'modality')) count('modality', [s.modality]);
    if (isOffered && passes(s, 'category')) count('category', s.categories);
    if (!passes(s)) continue;
    count('departement', offers(s, 'departement').map((o) => o.departement));
    count('month', offers(s, 'month').map((o) => o.day.slice(0, 7)));
    count('free', offers(s, 'free').flatMap((o) => (o.free ? ['true'] : [])));
  }
  return { slugs: hits.filter((s) => passes(s) && (!wantsOffer || offers(s).length)).map(({ slug }) => slug).sort(), counts };
}

describe('the search of courses', () => {
  let t: TestApp;
  let organiser: string;
  beforeAll(async () => {
    t = await testApp();
    organiser = await t.a.organisation({ kind: 'cnfpt' });
    await t.db.query(`insert into identity.region values ('84', 'Région')`);
    await t.db.query(`insert into identity.departement select code, 'Département ' || code, '84', 'Europe/Paris', 'metropole' from unnest($1::text[]) code`, [DEPARTEMENTS]);
  });
  afterAll(() => t.close());

  const get = async (query: string): Promise<CoursePage> => (await t.anyone.get(`/courses?${query}`).expect(200)).body as CoursePage;
  const titles = async (query: string) => (await get(query)).items.map(({ title }) => title);
  let n = 0;
  const course = async (title: string, { words = '', theme = 'culture-numerique', modality = 'presence', categories = ['B'] } = {}): Promise<string> => {
    const [row] = await t.db.query<{ id: string }>(
      `insert into training.course (slug, title, summary, objectives, content, theme, modality, audience_categories, duration_hours, status, prerequisites, attestation_conditions)
       values ($1, $2, $3, '{x}', '<p>x</p>', $4, $5, $6, 6, 'published', 'x', 'x') returning id`,
      [`fiche-${(n += 1)}`, title, `Résumé ${words}`, theme, modality, categories],
    );
    return row!.id;
  };
  const session = async (courseId: string, { departement, day, free, lat }: Offer): Promise<string> => {
    const [row] = await t.db.query<{ id: string }>(
      `with v as (insert into venues.venue (source, source_id, slug, search_text, name, time_zone, status, collected_by, updated_on, departement_code, latitude, longitude)
             values ('essai', $5::text, 'lieu-' || $5::text, 'lieu', 'Lieu ' || $5::text, 'Europe/Paris', 'published', 'x', '2026-01-01', $2, $6, 3) returning id),
            r as (insert into venues.room (venue_id, name, capacity) select id, 'Salle', 10 from v returning id, venue_id)
       insert into training.session (code, course_id, venue_id, room_id, time_zone, capacity, seats_taken, enrolment_closes_at, starts_at, ends_at, status, organiser_id)
       select 'E' || $5::text, $1, venue_id, id, 'Europe/Paris', 1, $4, $3::timestamptz, $3::timestamptz, $3::timestamptz + interval '3 hours', 'open', $7 from r returning id`,
      [courseId, departement, `${day}T09:00:00+02:00`, free ? 0 : 1, (n += 1), lat, organiser],
    );
    return row!.id;
  };
  const clear = async () => {
    await t.db.query('delete from training.session');
    await t.db.query('delete from training.course');
  };
  afterEach(clear);

  it('answers exactly what counting one by one does, with its facets, whatever is filtered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 6 }), fc.array(asked, { minLength: 3, maxLength: 3 }), async (sheets, questions) => {
        await clear();
        const made: (Sheet & { slug: string })[] = [];
        for (const one of sheets) {
          const id = await course(`Fiche ${one.words.join(' ')}`, { ...one, words: one.words.join(' ') });
          made.push({ ...one, slug: `fiche-${n}` });
          for (const offer of one.offers) await session(id, offer);
        }
        for (const wanted of questions) {
          const params = new URLSearchParams({ limit: '100' });
          for (const key of ['q', 'from', 'radius'] as const) if (wanted[key] !== undefined) params.set(key, String(wanted[key]));
          for (const key of ['theme', 'modality', 'category', 'departement'] as const) for (const value of wanted[key] ?? []) params.append(key, value);
          if (wanted.free) params.set('free', 'true');
          if (wanted.radius) for (const [key, value] of [['lat', '45'], ['lon', '3']] as const) params.set(key, value);
          const answer = await get(params.toString());
          const expected = naive(made, wanted);
          expect(answer.items.map(({ slug }) => slug).sort()).toEqual(expected.slugs);
          expect(answer.total).toBe(expected.slugs.length);
          const told = answer.facets.filter(({ facet }) => !['cost', 'venue', 'metier', 'competency'].includes(facet));
          expect(Object.fromEntries(told.map(({ facet, value, count }) => [`${facet}:${value}`, count]))).toEqual(Object.fromEntries(expected.counts));
        }
      }),
      { numRuns: 25 },
    );
  }, 180_000);

  it('meets plurals, genders, accents, elisions, equivalent terms, slips and beginnings', async () => {
    await t.db.query(`insert into training.synonym (group_code, term) values ('rgpd', 'RGPD'), ('rgpd', 'règlement général sur la protection des données') on conflict do nothing`);
    await course('Animateurs de tiers-lieux : l’accessibilité en pratique');
    await course('Le règlement général sur la protection des données');
    await course('Jeux vidéo\u202f: une culture');
    for (const [q, title] of [
      ['animatrice', 'Animateurs de'], ['ACCESSIBILITE', 'Animateurs de'], ['l’accessibilité', 'Animateurs de'], ['tiers lieu', 'Animateurs de'], ['acessibilté', 'Animateurs de'],
      ['anima', 'Animateurs de'], ['rgpd', 'Le règlement'], ['jeu vidéos', 'Jeux vidéo'], ['jexu', 'Jeux vidéo'],
    ] as const)
      expect([q, (await titles(`q=${encodeURIComponent(q)}`))[0]]).toEqual([q, expect.stringContaining(title)]);
    expect((await get('q=acessibilt%C3%A9')).corrections).toEqual([{ typed: 'acessibilte', meant: 'accessibilité' }]);
    expect(await get('q=zzzzzz')).toMatchObject({ total: 0, items: [], unknown: ['zzzzzz'] });
    expect(await get('q=animateurs%20zzzzzz')).toMatchObject({ total: 1, unknown: ['zzzzzz'], loosened: false });
    expect(await get('q=animateurs%20protection')).toMatchObject({ total: 2, loosened: true });
  });

  it('puts the sheet whose title holds the words before those that mention them', async () => {
    await course('Un autre sujet', { words: 'avec un tableur, et encore un tableur' });
    await course('Tableur : premiers pas');
    expect(await titles('q=tableur')).toEqual(['Tableur : premiers pas', 'Un autre sujet']);
  });

  it('announces a session that the filters leave, the nearest around a point', async () => {
    const id = await course('Deux lieux');
    await session(id, { departement: '63', day: DAYS[0]!, free: false, lat: 48 });
    await session(id, { departement: '69', day: DAYS[1]!, free: true, lat: 45 });
    expect((await get('')).items[0]!.nextSession).toMatchObject({ departementCode: '63', distanceKm: null });
    expect((await get('free=true')).items[0]).toMatchObject({ sessionsCount: 1, nextSession: { departementCode: '69', seatsLeft: 1 } });
    expect((await get('lat=45&lon=3')).items[0]!.nextSession).toMatchObject({ departementCode: '69', distanceKm: 0 });
    expect(await get('departement=63&free=true')).toMatchObject({ total: 0 });
  });

  it('turns the pages of every sort without missing or repeating a course', async () => {
    for (let i = 0; i < 7; i += 1) {
      const id = await course(`Tableur ${i % 3}`);
      if (i % 2) await session(id, { departement: '63', day: DAYS[i % 3]!, free: true, lat: 45 + (i % 2) });
    }
    for (const query of ['sort=title', 'sort=date', 'sort=distance&lat=45&lon=3', 'q=tableur', '']) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const answer: CoursePage = await get(`${query}&limit=3${cursor && `&cursor=${cursor}`}`);
        seen.push(...answer.items.map(({ id }) => id));
        cursor = answer.nextCursor;
      }
      expect([query, new Set(seen).size, seen.length]).toEqual([query, 7, 7]);
    }
  });

  it('follows a seat taken, a session that closes and a sheet that is archived', async () => {
    const id = await course('À suivre');
    const sessionId = await session(id, { departement: '63', day: DAYS[0]!, free: true, lat: 45 });
    const facet = async (name: FacetValue['facet']) => (await get('')).facets.filter((one) => one.facet === name).map(({ count }) => count);
    expect(await facet('free')).toEqual([1]);
    await t.db.query('update training.session set seats_taken = capacity where id = $1', [sessionId]);
    expect([await facet('free'), await facet('departement')]).toEqual([[], [1]]);
    await t.db.query(`update training.session set enrolment_closes_at = now() - interval '1 minute' where id = $1`, [sessionId]);
    expect(await facet('departement')).toEqual([]);
    await t.db.query(`update training.course set status = 'archived' where id = $1`, [id]);
    expect((await get('')).total).toBe(0);
  });

  it('sees both of two sessions that change at once', async () => {
    const id = await course('Deux à la fois');
    const ids = [await session(id, { departement: '63', day: DAYS[0]!, free: true, lat: 45 }), await session(id, { departement: '69', day: DAYS[1]!, free: true, lat: 45 })];
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(ids.map((one) => t.db.query('update training.session set seats_taken = 1 - seats_taken where id = $1', [one])));
      expect((await get('free=true')).total).toBe(round % 2 ? 1 : 0);
    }
  });

  it('suggests the end of a word and the titles that hold it', async () => {
    await course('Accueillir un public en situation de handicap');
    await course('Cartographie participative');
    expect((await t.anyone.get('/course-suggestions?q=accu').expect(200)).body).toEqual({
      items: [{ kind: 'words', text: 'accueillir', slug: null }, { kind: 'course', text: 'Accueillir un public en situation de handicap', slug: expect.any(String) }],
    });
    expect((await t.anyone.get('/course-suggestions?q=cartografie').expect(200)).body.items.at(-1)).toMatchObject({ text: 'Cartographie participative' });
    expect((await t.anyone.get('/course-suggestions?q=catograhie').expect(200)).body.items.at(-1)).toMatchObject({ text: 'Cartographie participative' });
    expect((await t.anyone.get('/course-suggestions?q=%F0%9F%8E%89').expect(200)).body).toEqual({ items: [] });
  });

  it('suggests sheets whose title does not hold the word when no title does', async () => {
    const suggested = async () => (await t.anyone.get('/course-suggestions?q=sigillo').expect(200)).body.items.map(({ text }: { text: string }) => text) as string[];
    await course('Archives et sceaux', { words: 'sigillographie' });
    expect(await suggested()).toEqual(['sigillographie', 'Archives et sceaux']);
    await course('Sigillographie médiévale');
    expect(await suggested()).toEqual(['sigillographie', 'Sigillographie médiévale']);
  });

  it('suggests the shortest titles first, as they are now, and those that hold all the words', async () => {
    const suggested = async (q: string) =>
      ((await t.anyone.get(`/course-suggestions?q=${encodeURIComponent(q)}`).expect(200)).body as Suggestions).items.flatMap(({ kind, text }) => (kind === 'course' ? [text] : []));
    for (const more of [' fine', ' à la campagne', ' en ville', ' le soir', ' le matin', ' pour tous et par tous']) await course(`Vannerie${more}`);
    expect(await suggested('vanne')).toEqual(['Vannerie fine', 'Vannerie le soir', 'Vannerie en ville', 'Vannerie le matin', 'Vannerie à la campagne']);
    expect(await suggested('vannerie campa')).toEqual(['Vannerie à la campagne']);
    await t.db.query(`update training.course set title = 'Tressage du rotin' where title = 'Vannerie fine'`);
    await t.db.query(`update training.course set status = 'archived' where title = 'Vannerie le soir'`);
    expect(await suggested('vanne')).toEqual(['Vannerie en ville', 'Vannerie le matin', 'Vannerie à la campagne', 'Vannerie pour tous et par tous']);
    expect(await suggested('tress')).toEqual(['Tressage du rotin']);
  });

  it('forgets the words that no sheet holds any more', async () => {
    await course('Apiculture urbaine');
    const said = async () => (await t.anyone.get('/course-suggestions?q=apicul').expect(200)).body.items.length as number;
    expect(await said()).toBe(2);
    await clear();
    await t.app.get(Handlers).jobs.get('training.count_words')!({});
    expect(await said()).toBe(0);
  });

  it.each(['a', '!!!', '& | :*', "'", '🎉', 'le la les', 'a'.repeat(200), "') or 1=1 --", 'a:* & !b', 'é'.normalize('NFD')])('answers « %s » calmly', async (q) => {
    await t.anyone.get(`/courses?q=${encodeURIComponent(q)}`).expect(200);
    await t.anyone.get(`/course-suggestions?q=${encodeURIComponent(q.slice(0, 100))}`).expect(200);
  });
  it.each([
    'limit=-1', 'limit=1e9', 'limit=abc', 'sort=title;drop', 'category=Z', 'departement=1', 'cursor=abc', 'cursor=W251bGxd', 'page=2', 'q=%00', 'q=%E2%80%AEabc', `q=${'a'.repeat(10_000)}`, 'lat=NaN&lon=3',
    'lat=45', 'lat=91&lon=3', 'lat=1,5&lon=3', 'radius=0&lat=45&lon=3', 'radius=1e9&lat=45&lon=3', 'radius=20', 'near=99999', 'near=63', 'from=2026-02-31', 'from=2026-03-01&to=2026-02-28', 'free=1', 'metier=%3Cb%3E',
    'competency=x', 'venue=..%2F', 'theme=e-reputation&theme=e-reputation',
  ])('refuses %s', async (query) => expect([400, 422]).toContain((await t.anyone.get(`/courses?${query}`)).status));
  it.each(['', 'q=', `q=${'a'.repeat(101)}`])('suggests nothing for %s', async (query) => expect([400, 422]).toContain((await t.anyone.get(`/course-suggestions?${query}`)).status));
});
