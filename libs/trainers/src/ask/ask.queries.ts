import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AskedSession } from './ask.dto';

interface Row extends AskedSession {
  trainerName: string;
  organiserName: string;
  askedBy: string | null;
  reason: string | null;
  version: number;
}

@Injectable()
export class AskQueries {
  constructor(private readonly db: Database) {}

  /** What was asked of one trainer together, the soonest first. */
  async together(demandId: string): Promise<Row[]> {
    const rows = await this.db.query<Row & { halfDays: { startsAt: string; endsAt: string }[] }>(
      `select k.id, k.status, k.reason, k.version, k.answered_at as "answeredAt", s.code as "sessionCode", s.status as "sessionStatus", c.title as "courseTitle",
              v.name as "venueName", v.commune_name as "communeName", s.time_zone as "timeZone", s.starts_at as "startsAt",
              p.given_name || ' ' || p.family_name as "trainerName", o.name as "organiserName", b.given_name || ' ' || b.family_name as "askedBy",
              (select jsonb_agg(jsonb_build_object('startsAt', lower(t.period), 'endsAt', upper(t.period)) order by t.period) from training.session_slot t where t.session_id = s.id) as "halfDays"
         from trainers.ask k join training.session s on s.id = k.session_id join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id
         join identity.organisation o on o.id = s.organiser_id join identity.person p on p.id = k.trainer_id left join identity.person b on b.id = k.asked_by
        where k.demand_id = $1 order by s.starts_at, k.id`,
      [demandId],
    );
    return rows.map((row) => ({ ...row, halfDays: (row.halfDays ?? []).map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })) }));
  }
}
