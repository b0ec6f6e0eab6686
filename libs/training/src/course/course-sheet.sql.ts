/** Parts of a sheet that are columns of `training.course`, by the names that the API gives them. */
export const COLUMNS = {
  title: 'title', summary: 'summary', theme: 'theme', keywords: 'keywords', situations: 'situations', objectives: 'objectives', content: 'content',
  audienceNote: 'audience_note', prerequisites: 'prerequisites', modality: 'modality', durationHours: 'duration_hours', evaluation: 'evaluation',
  attestationConditions: 'attestation_conditions', accessibility: 'accessibility', materialsRgaa: 'materials_rgaa', financingRegime: 'financing_regime',
  financingConditions: 'financing_conditions', employerCents: 'employer_cents', isSelective: 'is_selective', source: 'source', attribution: 'attribution',
} as const;

/** A list of objects, as JSON. */
const list = (object: string, from: string, order: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object(${object}) order by ${order}), '[]') from ${from})`;
const codesOf = (scheme: string): string =>
  list(`'code', k.code, 'label', k.label`, `training.course_code x join training.classification k using (scheme, code) where x.course_id = c.id and x.scheme = '${scheme}'`, 'k.code');

/** The sheet of the course `c`, whole, with the labels of its codes. */
export const SHEET = `${Object.entries(COLUMNS).map(([name, column]) => `c.${column}${column === 'duration_hours' ? '::float8' : ''} as "${name}"`).join(', ')}, c.status,
  ${list(
    `'code', t.code, 'label', t.label, 'from', x.valid_from, 'until', x.valid_until`,
    'training.course_audience x join training.audience t on t.code = x.audience where x.course_id = c.id',
    `array_position(array['A+', 'A', 'B', 'C'], t.code), t.code, x.valid_from`,
  )} as audiences,
  ${list(`'code', m.code, 'label', m.label`, 'training.course_metier x join identity.metier m on m.code = x.metier_code where x.course_id = c.id', 'm.label, m.code')} as metiers,
  ${list(
    `'id', k.id, 'code', f.code || ' ' || k.code, 'label', k.label, 'framework', f.label || ' (' || f.edition || ')', 'language', f.language, 'levels', k.levels, 'level', x.level, 'levelLabel', k.levels[x.level]`,
    'training.course_competency x join curriculum.competency k on k.id = x.competency_id join curriculum.framework f on f.code = k.framework_code where x.course_id = c.id',
    'f.code, k.code',
  )} as competencies,
  ${codesOf('nsf')} as nsf, ${codesOf('rome')} as rome`;

/** Empties the links of course `$1`: two rules of one audience may not overlap, so the old ones leave before the new ones come. */
export const UNLINK = ['audience', 'metier', 'competency', 'code'].map((part) => `${part} as (delete from training.course_${part} where course_id = $1)`).join(', ');

/** The links of the sheet `sheet` (an SQL expression, JSON), for the course `id`. */
export const link = (id: string, sheet: string): string => `
  audience as (insert into training.course_audience (course_id, audience, valid_from, valid_until)
    select ${id}, n.code, n."from", n.until from jsonb_to_recordset(${sheet}->'audiences') as n(code text, "from" date, until date)),
  metier as (insert into training.course_metier (course_id, metier_code) select ${id}, jsonb_array_elements_text(${sheet}->'metiers')),
  competency as (insert into training.course_competency (course_id, competency_id, level)
    select ${id}, n.id, n.level from jsonb_to_recordset(${sheet}->'competencies') as n(id uuid, level smallint)),
  code as (insert into training.course_code (course_id, scheme, code)
    select ${id}, scheme, jsonb_array_elements_text(${sheet}->scheme) from unnest(array['nsf', 'rome']) as scheme)`;
