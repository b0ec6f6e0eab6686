import { Config, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { CourseFacts, SessionFacts } from './offer.facts';
import { BuiltOffer, buildOffer } from './offer.rules';

/** A session is shown from its opening to its end; a draft, a closed or a cancelled one is not. */
export const SHOWN_SESSIONS = ['open', 'confirmed', 'running', 'postponed'];

const COURSE = `
  c.id as "courseId", c.slug, c.title, c.summary, c.objectives, c.content, c.modality, c.theme, c.keywords, c.evaluation,
  c.audience_categories as "audienceCategories", c.audience_note as "audienceNote", c.prerequisites,
  c.duration_hours::float8 as "durationHours", c.financing_regime as "financingRegime", c.situations, c.accessibility, c.source, c.attribution,
  c.attestation_conditions as "attestationConditions",
  array(select f.code || ' ' || k.code || ' : ' || k.label || coalesce(' (niveau ' || k.levels[x.level] || ')', '')
          from training.course_competency x join curriculum.competency k on k.id = x.competency_id join curriculum.framework f on f.code = k.framework_code
         where x.course_id = c.id order by f.code, k.code) as competencies,
  array(select x.metier_code from training.course_metier x where x.course_id = c.id order by 1) as metiers,
  array(select x.code from training.course_code x where x.course_id = c.id and x.scheme = 'nsf' order by 1) as nsf,
  array(select x.code from training.course_code x where x.course_id = c.id and x.scheme = 'rome' order by 1) as rome`;

const SESSION = `
  json_build_object(
    'sessionId', s.id, 'code', s.code, 'status', s.status, 'timeZone', s.time_zone,
    'startsOn', (s.starts_at at time zone s.time_zone)::date, 'endsOn', (s.ends_at at time zone s.time_zone)::date,
    'enrolmentClosesOn', (s.enrolment_closes_at at time zone s.time_zone)::date,
    'halfDays', coalesce((
      select json_agg(json_build_object('date', l.local_date, 'start', left(l.starts_local::text, 5), 'end', left(l.ends_local::text, 5))
                      order by l.period)
        from training.session_slot l where l.session_id = s.id), '[]'),
    'venue', case when v.id is not null then json_build_object(
      'slug', v.slug, 'name', v.name, 'address', v.address, 'addressExtra', v.address_extra, 'postalCode', v.postal_code,
      'communeName', v.commune_name, 'communeCode', v.commune_code, 'latitude', v.latitude, 'longitude', v.longitude) end
  )`;

/** The current state of what is published, read again at each push. */
@Injectable()
export class OfferQueries {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** The offer as it stands now, or undefined when nothing is to be shown any more. */
  async current(objectType: 'course' | 'session', objectId: string): Promise<BuiltOffer | undefined> {
    return objectType === 'course' ? this.course(objectId) : this.session(objectId);
  }

  private async course(id: string): Promise<BuiltOffer | undefined> {
    const course = await this.db.one<CourseFacts>(
      `select ${COURSE}, coalesce(o.name, 'CNFPT') as "organiserName", o.siret as "organiserSiret"
         from training.course c
         left join lateral (
           select name, siret from identity.organisation
            where kind = 'cnfpt' and parent_id is null and valid_to is null order by id limit 1) o on true
        where c.id = $1 and c.status = 'published'`,
      [id],
    );
    return course && buildOffer(course, null, this.config.PUBLIC_URL);
  }

  private async session(id: string): Promise<BuiltOffer | undefined> {
    const row = await this.db.one<CourseFacts & { session: SessionFacts }>(
      `select ${COURSE}, o.name as "organiserName", o.siret as "organiserSiret", ${SESSION} as session
         from training.session s
         join training.course c on c.id = s.course_id
         join identity.organisation o on o.id = s.organiser_id
         left join venues.venue v on v.id = s.venue_id
        where s.id = $1 and s.status = any($2) and c.status <> 'draft'`,
      [id, SHOWN_SESSIONS],
    );
    return row && buildOffer(row, row.session, this.config.PUBLIC_URL);
  }
}
