import { Actor, Clock, cursorId, Database, page } from '@app/platform';
import { dayOf, validOn } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { UNDELIVERED } from '../message/message.entity';
import { refusalOf, UNDELIVERED_MS } from '../message/message.rules';
import type { LetterList, LetterPage, LetterState, LetterView, MyDelivery } from './letter.dto';

type Row = LetterView & { error: string | null };

export interface PrintedLetter {
  id: string;
  subject: string;
  body: string;
  createdAt: Date;
  displayName: string;
  employerName: string | null;
}

const STATES: Record<LetterState, { where: string; order: 'asc' | 'desc' }> = {
  to_print: { where: `${UNDELIVERED} and m.print_since is not null`, order: 'asc' },
  undelivered: { where: `${UNDELIVERED} and m.print_since is null`, order: 'asc' },
  printed: { where: 'm.printed_at is not null', order: 'desc' },
};

/**
 * Messages `m` of the people for whom the actor answers: officers of their employer, or of its centre de gestion; course managers, for what is
 * about their sessions, and on paper only when nobody is there for the employer. $1: employers, $2: organisers, $3: today.
 */
const SCOPE = `
  (exists (select from identity.agent_profile a where a.person_id = m.person_id
              and a.employer_id = any(array(select unnest($1::uuid[]) union select h.organisation_id from training.employer_chain h where h.managed_by = any($1))))
   or (exists (select from training.session s where s.id = m.session_id and s.organiser_id = any($2))
       and (m.error is not null or not exists (
         select from identity.agent_profile a left join training.employer_chain h on h.organisation_id = a.employer_id
           join identity.membership o on o.organisation_id in (a.employer_id, h.managed_by) and o.role = 'training_officer'
           join identity.person q on q.id = o.person_id and q.active
          where a.person_id = m.person_id and h.online is not false and ${validOn('o', '$3')}))))`;

@Injectable()
export class LetterQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { state, cursor, limit }: LetterList): Promise<LetterPage> {
    const { where, order } = STATES[state];
    const rows = await this.db.query<Row>(
      `select m.id, m.subject, m.created_at as "createdAt", m.error, m.printed_at as "printedAt",
              (select b.given_name || ' ' || b.family_name from identity.person b where b.id = m.printed_by) as "printedBy",
              jsonb_build_object('id', p.id, 'displayName', p.given_name || ' ' || p.family_name, 'email', p.email, 'employerName', o.name) as person
         from (select * from notifications.message m
                where ${where} and m.person_id is not null and ${SCOPE} and m.created_at > $4 and ($5::uuid is null or m.id ${order === 'asc' ? '>' : '<'} $5) order by m.id ${order} limit $6) m
         join identity.person p on p.id = m.person_id
         left join identity.agent_profile a on a.person_id = p.id left join identity.organisation o on o.id = a.employer_id
        order by m.id ${order}`,
      [...this.scope(actor), this.since(), cursorId(cursor), limit + 1],
    );
    return page(rows.map(view), limit, ({ id }) => [id]);
  }

  /** Those of these letters for which the actor answers, in the order in which they were written; locked when they are to change. */
  batch(actor: Actor, ids: readonly string[], lock = ''): Promise<PrintedLetter[]> {
    return this.db.query<PrintedLetter>(
      `select m.id, m.subject, m.body, m.created_at as "createdAt", p.given_name || ' ' || p.family_name as "displayName", o.name as "employerName"
         from notifications.message m join identity.person p on p.id = m.person_id
         left join identity.agent_profile a on a.person_id = p.id left join identity.organisation o on o.id = a.employer_id
        where m.id = any($4) and ((${UNDELIVERED}) or m.printed_at is not null) and ${SCOPE} order by m.id ${lock}`,
      [...this.scope(actor), ids],
    );
  }

  /** Whether something for this person could not be delivered, that the actor answers for. */
  async awaits(actor: Actor, personId: string): Promise<boolean> {
    const found = await this.db.one(`select 1 from notifications.message m where m.person_id = $4 and ${UNDELIVERED} and ${SCOPE} limit 1`, [...this.scope(actor), personId]);
    return found !== undefined;
  }

  async mine({ personId }: Actor): Promise<MyDelivery> {
    const [me, rows] = await Promise.all([
      this.db.one<{ email: string | null }>('select email from identity.person where id = $1', [personId]),
      this.db.query<{ id: string; subject: string; createdAt: Date; error: string }>(
        `select id, subject, created_at as "createdAt", error from notifications.message
          where person_id = $1 and ${UNDELIVERED} and error is not null and created_at > $2 order by id desc limit 10`,
        [personId, this.since()],
      ),
    ]);
    return { email: me!.email, undelivered: rows.map(({ error, ...mail }) => ({ ...mail, refusal: refusalOf(error) })) };
  }

  private scope = (actor: Actor): unknown[] => [actor.organisationIds('training_officer'), actor.organisationIds('course_manager'), dayOf(this.clock.now())];
  private since = (): Date => new Date(this.clock.now().getTime() - UNDELIVERED_MS);
}

const view = ({ error, ...shown }: Row): LetterView => ({ ...shown, refusal: error && refusalOf(error) });
