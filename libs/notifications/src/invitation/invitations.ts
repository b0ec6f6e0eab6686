import { Clock, Config, Database } from '@app/platform';
import type { EnrolmentStatus } from '@app/training';
import { Injectable } from '@nestjs/common';
import type { Recipient } from '../facts/facts';
import type { CalendarEntry } from './calendar-entry';
import { COMING, methodFor } from './invitation.rules';

interface Invited {
  enrolmentId: string;
  number: string;
  personId: string;
  status: EnrolmentStatus;
  sequence: number;
  told: CalendarEntry['method'] | null;
}
interface Held {
  code: string;
  title: string;
  place: string;
  status: string;
  timeZone: string;
  /** From its first hour to its last, as it was last dated. */
  whole: { from: string; to: string };
  halfDays: { from: string; to: string }[];
}

/**
 * What mails write in calendars: one entry for each request that has a seat, created, changed and taken out. What is told is read
 * once the entry is locked: the mail with the highest number always tells how things stand.
 */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The same people, with what their calendars have to be told of the session: of their last request for it. */
  async ofSession(sessionId: string, people: Recipient[]): Promise<Recipient[]> {
    const requests = await this.db.query<{ id: string }>(
      'select distinct on (agent_id) id from training.enrolment where session_id = $1 and agent_id = any($2) order by agent_id, submitted_at desc, id desc',
      [sessionId, people.map(({ personId }) => personId)],
    );
    return this.tell(sessionId, requests.map(({ id }) => id), people);
  }

  ofEnrolment({ sessionId, enrolmentId }: { sessionId: string; enrolmentId: string }, people: Recipient[]): Promise<Recipient[]> {
    return this.tell(sessionId, [enrolmentId], people);
  }

  private async tell(sessionId: string, enrolmentIds: string[], people: Recipient[]): Promise<Recipient[]> {
    const invited = await this.lock(enrolmentIds);
    if (!invited.length) return people;
    const held = (await this.db.one<Held>(HELD, [sessionId]))!;
    const calendars = new Map<string | null, CalendarEntry>();
    const told: { id: string; method: string }[] = [];
    for (const one of invited) {
      const method = methodFor({ status: one.status, sessionStatus: held.status, hasDates: held.halfDays.length > 0 }, one.told);
      if (!method) continue;
      told.push({ id: one.enrolmentId, method });
      calendars.set(one.personId, this.entry(one, held, method));
    }
    await this.db.query(
      'update notifications.invitation i set told = t.method from jsonb_to_recordset($1) as t (id uuid, method text) where i.enrolment_id = t.id',
      [JSON.stringify(told)],
    );
    return people.map((one) => ({ ...one, calendar: calendars.get(one.personId) }));
  }

  /** Those who come, and those whose calendar knows something, in the order of their requests. */
  private async lock(enrolmentIds: string[]): Promise<Invited[]> {
    const locked = await this.db.query<{ id: string }>(
      `insert into notifications.invitation as i (enrolment_id)
       select e.id from training.enrolment e
        where e.id = any($1) and (e.status = any($2) or exists (select from notifications.invitation k where k.enrolment_id = e.id)) order by e.id
       on conflict (enrolment_id) do update set sequence = i.sequence + 1
       returning enrolment_id as id`,
      [enrolmentIds, COMING],
    );
    return this.db.query<Invited>(
      `select e.id as "enrolmentId", e.number, e.status, e.agent_id as "personId", i.sequence, i.told
         from notifications.invitation i join training.enrolment e on e.id = i.enrolment_id
        where i.enrolment_id = any($1) order by e.id`,
      [locked.map(({ id }) => id)],
    );
  }

  private entry({ enrolmentId, number, sequence }: Invited, { code, title, place, status, timeZone, whole, halfDays }: Held, method: CalendarEntry['method']): CalendarEntry {
    const isTentative = status === 'postponed';
    return {
      method, id: enrolmentId, sequence, writtenAt: this.clock.now().toISOString(), timeZone, isTentative,
      times: halfDays.length ? halfDays : [whole],
      summary: isTentative ? `Dates à confirmer\u202f: ${title}` : title,
      description: `${title}\nSession ${code}, demande ${number}`,
      location: place,
      url: `${this.config.PUBLIC_URL}/mes-demandes/${enrolmentId}`,
    };
  }
}

const HELD = `
  select s.code, c.title, s.status, s.time_zone as "timeZone", jsonb_build_object('from', s.starts_at, 'to', s.ends_at) as whole,
         concat_ws(', ', (select r.name from venues.room r where r.id = s.room_id), v.name, v.address, nullif(concat_ws(' ', v.postal_code, v.commune_name), '')) as place,
         coalesce((select jsonb_agg(jsonb_build_object('from', lower(t.period), 'to', upper(t.period)) order by t.period) from training.session_slot t where t.session_id = s.id), '[]') as "halfDays"
    from training.session s join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id where s.id = $1`;
