import fc from 'fast-check';
import { cut, CUT_MARK } from './cut.rules';
import type { CourseFacts, SessionFacts } from './offer.facts';
import { buildOffer } from './offer.rules';

const course: CourseFacts = {
  courseId: '0199aaaa-0000-7000-8000-000000000001',
  slug: 'decouvrir-open-data',
  title: 'Découvrir l’open data',
  summary: 'Publier un premier jeu de données.',
  objectives: ['Choisir une licence', 'Publier'],
  content: '<p>Licences, formats, <strong>portail</strong>.</p>',
  audienceCategories: ['C', 'B'],
  audienceNote: '',
  prerequisites: '',
  modality: 'presence',
  durationHours: 10.5,
  theme: 'donnees-ouvertes',
  keywords: ['open data'],
  financingRegime: 'cnfpt',
  evaluation: '',
  situations: [],
  attestationConditions: '',
  accessibility: '',
  source: 'Relais',
  attribution: '',
  competencies: [],
  metiers: [],
  nsf: ['326'],
  rome: [],
  organiserName: 'CNFPT',
  organiserSiret: null,
};
const session: SessionFacts = {
  sessionId: '0199bbbb-0000-7000-8000-000000000002',
  code: 'S-7K2MQ',
  status: 'open',
  timeZone: 'Indian/Reunion',
  startsOn: '2027-03-08',
  endsOn: '2027-03-09',
  enrolmentClosesOn: '2027-02-20',
  halfDays: [{ date: '2027-03-08', start: '09:00', end: '12:00' }],
  venue: {
    slug: 'epn-saint-denis',
    name: 'EPN du Chaudron',
    address: '1 rue de la Mer',
    addressExtra: null,
    postalCode: '97490',
    communeName: 'Saint-Denis',
    communeCode: '97411',
    latitude: null,
    longitude: 55.4,
  },
};
const built = (c: Partial<CourseFacts> = {}, s: SessionFacts | null = null) =>
  buildOffer({ ...course, ...c }, s, 'https://relais.example');
const read = (c: Partial<CourseFacts> = {}, s: SessionFacts | null = null) => JSON.parse(built(c, s).body);

describe('buildOffer', () => {
  it('names the course, links its page and has no session', () => {
    const { formation } = read();
    expect(formation).toMatchObject({
      numero: `course-${course.courseId}`,
      'resultats-attendus': '• Choisir une licence\n• Publier',
      'url-formation': { urlweb: ['https://relais.example/formations/decouvrir-open-data'] },
      'organisme-formation-responsable': { 'SIRET-organisme-formation': { SIRET: '00000000000000' } },
    });
    expect(formation.action[0]).toMatchObject({ 'rythme-formation': '10,5 h en présence', session: [] });
  });

  it('puts dates, place and state of enrolment of a session, with the half-days in extras', () => {
    const { formation, extras } = read({}, session);
    expect(formation.action[0].session[0]).toMatchObject({
      numero: 'S-7K2MQ',
      periode: { debut: '20270308', fin: '20270309' },
      'periode-inscription': { periode: { debut: '00000000', fin: '20270220' } },
      'etat-recrutement': '1',
    });
    expect(formation.action[0]['lieu-de-formation'][0].coordonnees.adresse).toMatchObject({
      ville: 'Saint-Denis',
    });
    expect(extras).toMatchObject({ fuseau: 'Indian/Reunion', audience: ['B', 'C'] });
  });

  it('gives no position when half of it is unknown', () => {
    const place = read({}, session).formation.action[0]['lieu-de-formation'][0].coordonnees.adresse;
    expect(place).not.toHaveProperty('geolocalisation');
  });

  it('names a place without a whole address in extras only', () => {
    const venue = session.venue && { ...session.venue, postalCode: null };
    const { formation, extras } = read({}, { ...session, venue });
    expect(formation.action[0]['lieu-de-formation']).toEqual([]);
    expect(extras.lieu).toEqual({ nom: 'EPN du Chaudron', slug: 'epn-saint-denis' });
  });

  it.each([
    ['running', '2'],
    ['postponed', '3'],
    ['confirmed', '1'],
  ])('a %s session recruits as %s', (status, state) => {
    expect(read({}, { ...session, status }).formation.action[0].session[0]['etat-recrutement']).toBe(state);
  });

  it('carries its codes and its words, not its markup', () => {
    const { formation, extras } = JSON.parse(built({ competencies: ['CRCN 2.2 : Partager et publier'], source: 'Agence du Numérique' }).body);
    expect(formation['domaine-formation']).toEqual({ 'code-NSF': ['326'] });
    expect(formation['contenu-formation']).toBe('Licences, formats, portail.');
    expect(extras).toMatchObject({ competences: ['CRCN 2.2 : Partager et publier'], source: 'Agence du Numérique' });
  });

  it('cuts what is too long and says which', () => {
    const long = built({ content: `<p>${'mot '.repeat(2000)}</p>`, audienceNote: 'x'.repeat(251) });
    expect(long.cutFields).toEqual(['contenu-formation', 'info-public-vise']);
    expect(JSON.parse(long.body).formation['contenu-formation']).toMatch(/mot \[…\]$/);
  });

  it('has one hash for one content, whatever the order of the lists', () => {
    expect(built({ audienceCategories: ['B', 'C'] }).hash).toBe(
      built({ audienceCategories: ['C', 'B'] }).hash,
    );
    expect(built({ title: 'Autre' }).hash).not.toBe(built().hash);
  });

  it('names no person', () => {
    expect(read().formation['contact-formation'][0].coordonnees).not.toHaveProperty('nom');
  });
});

describe('cut', () => {
  it('never exceeds, marks only what it shortened and keeps the beginning', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 10, max: 100 }),
        (text, max) => {
          const kept = cut(text, max);
          if ([...text].length <= max) return kept === text;
          return (
            [...kept].length <= max &&
            kept.endsWith(CUT_MARK) &&
            text.startsWith(kept.slice(0, -CUT_MARK.length))
          );
        },
      ),
    ));
});
