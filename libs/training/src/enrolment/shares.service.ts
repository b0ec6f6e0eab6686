import { Actor, Audit, Clock, conflict, Database, invalid, notFound } from '@app/platform';
import { dayOf } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { manages } from '../session/session.policy';
import { VISIBLE } from '../session/session.rules';
import { SeatLedger } from './seat-ledger';
import type { SeatRules, ShareInput, SharesInput } from './shares.dto';

interface Held {
  organiserId: string;
  status: string;
  startsAt: Date;
  capacity: number;
  seatsTaken: number;
}
interface Share {
  organisationId: string;
  reserved: number;
  releaseAt: Date | null;
  releasedAt: Date | null;
}
const CHANGEABLE = ['draft', 'open', 'confirmed', 'postponed'];

/** What a session keeps for some, and takes of them at most; and the rules of its waiting list, which everybody may read. */
@Injectable()
export class SharesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly seats: SeatLedger,
  ) {}

  async read(actor: Actor | null, sessionId: string): Promise<SeatRules> {
    const row = await this.db.one<SeatRules & { status: (typeof VISIBLE)[number]; organiserId: string }>(
      `select s.status, s.organiser_id as "organiserId", s.capacity, s.seats_taken as "seatsTaken", c.is_selective as "isSelective",
              coalesce((select jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisationName', o.name, 'reserved', h.reserved, 'releaseAt', h.release_at, 'releasedAt', h.released_at,
                'atMost', h.at_most, 'used', training.used_by(s.id, o.id)) order by o.name, o.id)
                from training.session_share h join identity.organisation o on o.id = h.organisation_id where h.session_id = s.id), '[]') as shares,
              coalesce((select jsonb_agg(jsonb_build_object('label', r.label, 'source', r.source) order by r.rank) from training.priority_rule r
                where $2::date between r.valid_from and coalesce(r.valid_until, 'infinity') and (r.code <> 'region' or s.scope = 'regional')), '[]') as priorities
         from training.session s join training.course c on c.id = s.course_id where s.id = $1`,
      [sessionId, dayOf(this.clock.now())],
    );
    if (!row || !(VISIBLE.includes(row.status) || manages(actor, row))) throw notFound('session');
    const { status: _status, organiserId: _organiserId, ...rules } = row;
    return rules;
  }

  /** All of them at once. Seats that this frees are offered at once. */
  change(actor: Actor, sessionId: string, { shares }: SharesInput): Promise<SeatRules> {
    return this.db.tx(async () => {
      const session = await this.db.one<Held>(
        `select organiser_id as "organiserId", status, starts_at as "startsAt", capacity, seats_taken as "seatsTaken" from training.session where id = $1 for no key update`,
        [sessionId],
      );
      if (!session || !manages(actor, session)) throw notFound('session');
      if (!CHANGEABLE.includes(session.status)) throw conflict('session.over', 'Cette session est terminée ou annulée\u202f: ses places ne changent plus.');
      const now = this.clock.now();
      const before = await this.db.query<Share>(
        `delete from training.session_share where session_id = $1
         returning organisation_id as "organisationId", reserved, release_at as "releaseAt", released_at as "releasedAt"`,
        [sessionId],
      );
      const over = new Map(shares.map((share) => [share, before.find((one) => isOver(one, share, now))]));
      await this.check(session, shares, (share) => over.get(share) !== undefined);
      await this.db.query(
        `insert into training.session_share (session_id, organisation_id, reserved, release_at, released_at, at_most)
         select $1, n."organisationId", n.reserved, case when n.reserved > 0 then n."releaseAt" end, n."releasedAt", n."atMost"
           from jsonb_to_recordset($2) as n("organisationId" uuid, reserved int, "releaseAt" timestamptz, "releasedAt" timestamptz, "atMost" int)`,
        [sessionId, JSON.stringify(shares.map((share) => ({ ...share, ...over.get(share) })))],
      );
      await this.audit.record({ actor, action: 'session.shares', subjectType: 'session', subjectId: sessionId, detail: { shares } });
      await this.seats.advance({ id: sessionId, startsAt: session.startsAt, wasFull: session.seatsTaken >= session.capacity });
      return this.read(actor, sessionId);
    });
  }

  private async check({ capacity, startsAt }: Held, shares: ShareInput[], isOver: (share: ShareInput) => boolean): Promise<void> {
    const now = this.clock.now();
    const known = await this.db.query<{ id: string }>(`select id from identity.organisation where id = any($1) and kind in ('employer', 'cnfpt')`, [shares.map(({ organisationId }) => organisationId)]);
    for (const [index, share] of shares.entries()) {
      const { organisationId, reserved, releaseAt, atMost } = share;
      const at = (field: string) => `/shares/${index}/${field}`;
      if (!known.some(({ id }) => id === organisationId)) throw invalid(at('organisationId'), 'share.organisation', 'Choisissez un employeur ou une délégation.');
      if (reserved === 0 && !atMost) throw invalid(at('reserved'), 'share.empty', 'Réservez des places ou fixez un maximum.');
      if (reserved > 0 && !isOver(share) && (!releaseAt || new Date(releaseAt) <= now || new Date(releaseAt) > startsAt))
        throw invalid(at('releaseAt'), 'share.release', 'Dites jusqu’à quand les places sont réservées\u202f: une date à venir, avant le début de la session.');
      if (atMost && atMost < reserved) throw invalid(at('atMost'), 'share.at_most', 'Le maximum ne peut pas être inférieur aux places réservées.');
    }
    const total = shares.filter((share) => !isOver(share)).reduce((sum, { reserved }) => sum + reserved, 0);
    if (total > capacity) throw invalid('/shares', 'share.too_many', `La session a ${capacity} places\u202f: ${total} ne peuvent pas être réservées.`);
  }
}

/** Whether a share that is said again is one whose day has passed: its seats are released, or soon will be, and stay so. */
const isOver = (before: Share, { organisationId, reserved, releaseAt }: ShareInput, now: Date): boolean =>
  before.organisationId === organisationId && before.reserved === reserved && [before.releaseAt, releaseAt].every((at) => at && new Date(at) <= now);
