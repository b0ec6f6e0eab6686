import { dayOf, validOn } from '@app/identity';
import { Actor, Audit, Clock, conflict, Database, notFound, type Problem, SignedLinks } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { BOOKED_EQUIPMENT } from '../equipment/equipment.sql';
import { AnswerService, hasMoved, TOO_LATE } from '../booking/answer.service';
import { bookingLife } from '../booking/booking.rules';
import { AnswerInput, AnswerView } from './answer.dto';
import { outcomeOf } from './answer.rules';

/** How long a link still tells what was decided, after the last day for an answer. */
const READABLE_DAYS = 30;

/** One more each time that a booking of the demand moves. */
const versionOf = (bookingIds: string) => `(select 1 + count(*)::int from venues.booking_move where booking_id = any(${bookingIds}))`;

const PURPOSE = 'venues.demand';
interface About {
  /** What was asked for together when the letter left; each of them may have moved since. */
  bookingIds: string[];
  /** Which state of the demand the letter tells: one more each time that one of its bookings moves. */
  version: number;
}
interface Opened extends About {
  demandId: string;
  recipientId: string;
}
type Row = Omit<AnswerView, 'outcome' | 'actions' | 'slots' | 'hasChanged'> & { slots: (AnswerView['slots'][number] & { startsAt: string; endsAt: string })[] };

/** Links by which a host answers a demand from the mail: bound to it and to one person, for one decision. */
@Injectable()
export class AnswerLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly links: SignedLinks,
    private readonly answers: AnswerService,
  ) {}

  /** A new token for this demand and this person; null when no answer is awaited any more. */
  async issue(demandId: string, recipientId: string): Promise<string | null> {
    const demand = await this.db.one<About & { until: Date }>(
      `select d.ids as "bookingIds", ${versionOf('d.ids')} as version, d.until
         from (select array_agg(id) as ids, max(answer_by) filter (where status = 'held') + interval '${READABLE_DAYS} days' as until
                 from venues.booking where demand_id = $1) d
        where d.until is not null`,
      [demandId],
    );
    if (!demand) return null;
    const { until, ...about } = demand;
    return this.links.issue({ purpose: PURPOSE, subjectId: demandId, recipientId, about, until });
  }

  async read(token: string): Promise<AnswerView> {
    return this.view(await this.open(token));
  }

  /** Decides once for all the half-days that still wait. A second answer is told what the first one was. */
  answer({ token, decision, reason }: AnswerInput, version: number): Promise<AnswerView> {
    return this.db.tx(async () => {
      const link = await this.open(token);
      const { demandId, bookingIds, recipientId } = link;
      const ids = await this.answers.decide(bookingIds, decision, reason ?? null, recipientId);
      if (!ids.length) throw await this.already(link);
      // Read once their rows are locked: a move that came first is seen, and this answer is taken back.
      const current = (await this.db.one<{ version: number }>(`select ${versionOf('$1::uuid[]')} as version`, [bookingIds]))!;
      if (current.version !== version) throw hasMoved();
      const actor = new Actor(recipientId, '', [], new Set());
      await this.audit.record({ actor, action: `venues.demand.${bookingLife.table[decision].to}`, subjectType: 'demand', subjectId: demandId, detail: { by: 'mail', bookings: ids } });
      return this.view(link);
    });
  }

  /** The link, whose person still answers for the place; else it is as if it had never been. */
  private async open(token: string): Promise<Opened> {
    const { subjectId: demandId, recipientId, about } = await this.links.open<About>(PURPOSE, token);
    const host = await this.db.one(
      `select 1 from identity.person p where p.id = $1 and p.active and exists (
          select 1 from venues.booking b join venues.venue v on v.id = b.venue_id
            join identity.membership m on m.organisation_id = v.operator_id and m.person_id = p.id and m.role = 'venue_host' and ${validOn('m', '$2')}
           where b.id = any($3::uuid[]))`,
      [recipientId, dayOf(this.clock.now()), about.bookingIds],
    );
    if (!host) throw notFound('answer_link');
    return { demandId, recipientId, ...about };
  }

  private async already(link: Opened): Promise<Problem> {
    const { outcome } = await this.view(link);
    return conflict('answer.already', outcome ?? TOO_LATE);
  }

  private async view({ bookingIds, version }: Opened): Promise<AnswerView> {
    const now = this.clock.now();
    const row = (await this.db.one<Row>(
      `select v.name as "venueName", r.name as "roomName", v.time_zone as "timeZone", b.purpose, b.people,
              p.given_name || ' ' || p.family_name as "requestedBy", d.slots, d."decidedAt", d.reason, d."answerBy",
              ${versionOf('$1::uuid[]')} as version, ${BOOKED_EQUIPMENT}
         from (select (array_agg(id order by lower(period)))[1] as id, max(decided_at) as "decidedAt", max(reason) as reason,
                      max(answer_by) filter (where status = 'held') as "answerBy",
                      jsonb_agg(jsonb_build_object('startsAt', lower(period), 'endsAt', upper(period), 'status', status) order by lower(period)) as slots
                 from venues.booking where id = any($1::uuid[])) d
         join venues.booking b on b.id = d.id join venues.room r on r.id = b.room_id join venues.venue v on v.id = b.venue_id
         join identity.person p on p.id = b.requested_by`,
      [bookingIds],
    ))!;
    const slots = row.slots.map((slot) => ({ ...slot, startsAt: new Date(slot.startsAt), endsAt: new Date(slot.endsAt) }));
    const isAwaited = row.answerBy !== null && row.answerBy > now;
    return { ...row, slots, outcome: outcomeOf(slots, row.decidedAt, row.timeZone), actions: isAwaited ? ['confirm', 'refuse'] : [], hasChanged: row.version !== version };
  }
}
