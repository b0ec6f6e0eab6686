import { dayInWords } from '@app/platform';
import { type CourseDetail, inEuros } from '@app/training';
import { escape, PageContent } from './page';

const MODES: Record<CourseDetail['modality'], string[]> = {
  presence: ['onsite'], distance: ['online'], mixed: ['blended'], immersion: ['onsite'], work_situation: ['onsite'],
};
const MODALITIES: Record<CourseDetail['modality'], string> = {
  presence: 'en présence', distance: 'à distance', mixed: 'en partie à distance', immersion: 'en immersion', work_situation: 'en situation de travail',
};
const RGAA: Record<CourseDetail['materialsRgaa'], string> = {
  conforme: 'Supports conformes au RGAA.', partiel: 'Supports partiellement conformes au RGAA.', non_conforme: 'Supports non conformes au RGAA.', non_evalue: 'Accessibilité des supports non évaluée.',
};
const PARTIES = [{ '@type': 'Organization', name: 'CNFPT' }, { '@type': 'GovernmentOrganization', name: 'Secrétariat d’État chargé du numérique' }];
const SELECTIVE = 'L’organisateur choisit parmi les demandes que les employeurs ont acceptées.';
const duration = (hours: number) => `PT${Math.floor(hours)}H${hours % 1 ? `${Math.round((hours % 1) * 60)}M` : ''}`;
const day = (at: Date | string, timeZone: string) => dayInWords(new Date(at), timeZone);

/** The public page of a course: title, description, schema.org data, and the whole sheet to be read before any script runs. */
export const coursePage = (course: CourseDetail, publicUrl: string, today: string): PageContent => ({
  title: `${course.title} – Relais`,
  description: course.summary,
  data: dataOf(course, publicUrl, today),
  main: mainOf(course, today),
});

const nowAndNext = ({ audiences }: CourseDetail, today: string) => audiences.filter(({ until }) => until === null || until >= today);

function dataOf(course: CourseDetail, publicUrl: string, today: string): object {
  const competencies = course.competencies.map(({ code, label, framework, levelLabel }) => ({
    '@type': 'DefinedTerm', termCode: code, name: label, inDefinedTermSet: framework, ...(levelLabel && { description: `Niveau ${levelLabel}` }),
  }));
  return {
    '@context': 'https://schema.org', '@type': 'Course', name: course.title, description: course.summary, url: `${publicUrl}/formations/${course.slug}`,
    inLanguage: 'fr', provider: PARTIES[0], sourceOrganization: { '@type': 'Organization', name: course.source }, creditText: course.attribution || undefined,
    contributor: PARTIES, keywords: course.keywords.length ? course.keywords.join(', ') : undefined, timeRequired: duration(course.durationHours),
    teaches: [...course.objectives, ...competencies], educationalLevel: [...new Set(course.competencies.flatMap(({ levelLabel }) => levelLabel ?? []))],
    audience: nowAndNext(course, today).map(({ label }) => ({ '@type': 'EducationalAudience', educationalRole: label })),
    coursePrerequisites: course.prerequisites || undefined, educationalCredentialAwarded: course.attestationConditions || undefined,
    accessibilitySummary: [course.accessibility, RGAA[course.materialsRgaa]].filter(Boolean).join(' '),
    about: [...course.nsf, ...course.rome].map(({ code, label }) => ({ '@type': 'DefinedTerm', termCode: code, name: label })),
    occupationalCategory: course.metiers.map(({ code, label }) => `${code} ${label}`),
    offers: { '@type': 'Offer', category: course.employerCents > 0 ? 'Partially Free' : 'Free', description: [course.financing.conditions, course.financingConditions].filter(Boolean).join(' ') },
    hasCourseInstance: course.sessions.map((session) => ({
      '@type': 'CourseInstance', name: session.code, courseMode: MODES[course.modality], startDate: session.startsAt, endDate: session.endsAt,
      courseWorkload: duration(course.durationHours), location: { '@type': 'Place', name: session.venueName, address: session.communeName },
    })),
  };
}

function mainOf(course: CourseDetail, today: string): string {
  const dates = ({ from, until }: CourseDetail['audiences'][number]) =>
    `${from > today ? `, à partir du ${french(from)}` : ''}${until ? `, jusqu’au ${french(until)}` : ''}`;
  return [
    `<h1>${escape(course.title)}</h1>${text(course.summary)}`,
    section('Situations professionnelles', items(course.situations)),
    section('Objectifs', items(course.objectives)),
    section('Compétences', items(course.competencies.map(({ code, label, levelLabel }) => `${code} ${label}${levelLabel ? ` (niveau ${levelLabel})` : ''}`))),
    section('Contenu', course.content),
    section('Public', items(nowAndNext(course, today).map((rule) => `${rule.label}${dates(rule)}`)) + text(course.audienceNote) + items(course.metiers.map(({ label }) => label))),
    section('Prérequis', text(course.prerequisites)),
    section('Modalité et durée', text(`${String(course.durationHours).replace('.', ',')} h, ${MODALITIES[course.modality]}`)),
    section('Évaluation et attestation', text(course.evaluation) + text(course.attestationConditions)),
    section('Accessibilité', text(course.accessibility) + text(RGAA[course.materialsRgaa])),
    section('Financement', text(`${course.financing.label}. ${course.financing.conditions}`) + text(course.financingConditions) + (course.employerCents > 0 ? text(`À la charge de l’employeur\u202f: ${inEuros(course.employerCents)} par participant.`) : '')),
    section('Sélection', course.isSelective ? text(SELECTIVE) : ''),
    section('Source', text(`${course.source}${course.attribution ? `. ${course.attribution}` : ''}`)),
    section('Prochaines sessions', list(course.sessions.map((s) => `<a href="/sessions/${escape(s.code)}">${escape(`${day(s.startsAt, s.timeZone)}, ${s.venueName} (${s.communeName})`)}</a>`))),
  ].join('');
}

const french = (date: string) => date.split('-').reverse().join('/');
const text = (written: string) => (written ? `<p>${escape(written).replace(/\n/g, '<br>')}</p>` : '');
const list = (lines: string[]) => (lines.length ? `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>` : '');
const items = (lines: string[]) => list(lines.map(escape));
/** Headed by its name, when there is something under it. */
const section = (name: string, html: string) => (html ? `<h2>${name}</h2>${html}` : '');
