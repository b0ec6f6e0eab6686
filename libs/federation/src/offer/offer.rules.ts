import { createHash } from 'node:crypto';
import { plainText } from '@app/platform';
import { Cutter } from './cut.rules';
import type { CourseFacts, Modality, SessionFacts, VenueFacts } from './offer.facts';

export interface BuiltOffer {
  /** The exact bytes to send: keys are always in the same order, so equal offers are equal texts. */
  body: string;
  hash: string;
  /** LHÉO elements whose text was too long. */
  cutFields: string[];
}

/** LHÉO 2.3, dict-modalites-enseignement: 0 on site, 1 mixed, 2 at a distance. */
const TEACHING: Record<Modality, string> = {
  presence: '0',
  immersion: '0',
  work_situation: '0',
  mixed: '1',
  distance: '2',
};
const MODALITY_NAMES: Record<Modality, string> = {
  presence: 'en présence',
  distance: 'à distance',
  mixed: 'en partie à distance',
  immersion: 'en immersion',
  work_situation: 'en situation de travail',
};
/** LHÉO 2.3, dict-etat-recrutement: 1 open, 2 closed, 3 suspended. */
const RECRUITMENT: Record<string, string> = { open: '1', confirmed: '1', running: '2', postponed: '3' };
/** Formacode: agents of the State and of local government. */
const AUDIENCE_CODE = '80003';
const NO_ACTIVITY_NUMBER = '0'.repeat(11);
const NO_SIRET = '0'.repeat(14);

/** The offer of a course, or of one of its sessions, as NetPublic receives it. */
export function buildOffer(course: CourseFacts, session: SessionFacts | null, publicUrl: string): BuiltOffer {
  const cutter = new Cutter();
  const url = session ? `${publicUrl}/sessions/${session.code}` : `${publicUrl}/formations/${course.slug}`;
  const offer = {
    lheo: '2.3',
    formation: {
      'domaine-formation': codes(course),
      numero: session ? `session-${session.sessionId}` : `course-${course.courseId}`,
      'intitule-formation': cutter.cut('intitule-formation', course.title, 255),
      'objectif-formation': cutter.cut('objectif-formation', firstOf(course.summary, course.title), 3000),
      'resultats-attendus': cutter.cut(
        'resultats-attendus',
        firstOf(
          course.objectives.map((objective) => `• ${objective}`).join('\n'),
          course.summary,
          course.title,
        ),
        3000,
      ),
      'contenu-formation': cutter.cut(
        'contenu-formation',
        firstOf(plainText(course.content), course.summary, course.title),
        3000,
      ),
      certifiante: '0',
      'contact-formation': [roleContact(course, url)],
      'parcours-de-formation': '1',
      'code-niveau-entree': '1',
      'url-formation': { urlweb: [url] },
      action: [action(course, session, url, cutter)],
      'organisme-formation-responsable': organisation(course, url, cutter),
    },
    extras: extras(course, session),
  };
  const body = JSON.stringify(offer);
  return { body, hash: createHash('sha256').update(body).digest('hex'), cutFields: cutter.fields };
}

function action(course: CourseFacts, session: SessionFacts | null, url: string, cutter: Cutter) {
  const hours = `${String(course.durationHours).replace('.', ',')} h ${MODALITY_NAMES[course.modality]}`;
  return {
    'rythme-formation': hours,
    'code-public-vise': [AUDIENCE_CODE],
    'info-public-vise': cutter.cut('info-public-vise', course.audienceNote, 250) || undefined,
    'niveau-entree-obligatoire': '0',
    'modalites-alternance': 'Sans alternance',
    'modalites-enseignement': TEACHING[course.modality],
    'conditions-specifiques': cutter.cut(
      'conditions-specifiques',
      firstOf(course.prerequisites, 'Aucun prérequis.'),
      3000,
    ),
    'prise-en-charge-frais-possible': '1',
    'lieu-de-formation': session?.venue ? places(session.venue) : [],
    'modalites-entrees-sorties': '0',
    'nombre-heures-total': Math.round(course.durationHours),
    session: session ? [sessionElement(session, url)] : [],
  };
}

function sessionElement(session: SessionFacts, url: string) {
  const closes = session.enrolmentClosesOn;
  return {
    numero: session.code,
    periode: { debut: lheoDate(session.startsOn), fin: lheoDate(session.endsOn) },
    'modalites-inscription': 'Demande en ligne, validée par l’employeur.',
    'periode-inscription': closes ? { periode: { debut: '00000000', fin: lheoDate(closes) } } : undefined,
    'etat-recrutement': RECRUITMENT[session.status] ?? '2',
    'url-session': { urlweb: [url] },
  };
}

/** LHÉO wants a whole address: a place without one is named in `extras` only. */
function places(venue: VenueFacts) {
  const { latitude, longitude } = venue;
  if (!venue.address || !venue.postalCode || !venue.communeName) return [];
  const adresse = {
    denomination: venue.name,
    ligne: [venue.address, venue.addressExtra].filter((line) => line),
    codepostal: venue.postalCode,
    ville: venue.communeName,
    'code-INSEE-commune': venue.communeCode ?? undefined,
    pays: 'FR',
    geolocalisation:
      latitude !== null && longitude !== null
        ? { latitude: String(latitude), longitude: String(longitude) }
        : undefined,
  };
  return [{ coordonnees: { adresse } }];
}

function organisation(course: CourseFacts, url: string, cutter: Cutter) {
  const name = cutter.cut('nom-organisme', course.organiserName, 250);
  return {
    'numero-activite': NO_ACTIVITY_NUMBER,
    'SIRET-organisme-formation': { SIRET: course.organiserSiret ?? NO_SIRET },
    'nom-organisme': name,
    'raison-sociale': name,
    'contact-organisme': [roleContact(course, url)],
  };
}

/** Reception (dict-type-contact 4): a role and a page, never a person. */
function roleContact(course: CourseFacts, url: string) {
  return { 'type-contact': '4', coordonnees: { ligne: [course.organiserName], web: { urlweb: [url] } } };
}

/** What LHÉO cannot carry. */
function extras(course: CourseFacts, session: SessionFacts | null) {
  return {
    audience: [...course.audienceCategories].sort(),
    theme: course.theme,
    'mots-cles': [...course.keywords].sort(),
    modalite: course.modality,
    'regime-financement': course.financingRegime,
    evaluation: course.evaluation || undefined,
    situations: listOf(course.situations),
    competences: listOf(course.competencies),
    metiers: listOf(course.metiers),
    'conditions-attestation': course.attestationConditions || undefined,
    accessibilite: course.accessibility || undefined,
    source: course.source,
    attribution: course.attribution || undefined,
    fuseau: session?.timeZone,
    lieu: session?.venue ? { nom: session.venue.name, slug: session.venue.slug } : undefined,
    'demi-journees': session?.halfDays,
  };
}

/** LHÉO wants the NSF codes, then the ROME ones; the element is left out when there are none. */
const codes = ({ nsf, rome }: CourseFacts) =>
  nsf.length || rome.length ? { 'code-NSF': listOf(nsf), 'code-ROME': listOf(rome) } : undefined;

const listOf = (texts: string[]) => (texts.length ? texts : undefined);

const lheoDate = (day: string): string => day.replaceAll('-', '');

/** The first text with something in it: LHÉO refuses an empty compulsory element. */
const firstOf = (...texts: string[]): string => texts.find((text) => text.trim() !== '') ?? '–';
