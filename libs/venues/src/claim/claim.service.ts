import { Actor, Audit, Clock, conflict, Database, invalid, newSecret, notFound, OnJob, Outbox, Problem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { OperatorService } from '../venue/operator.service';
import { Venue } from '../venue/venue.entity';
import { hostOrganisations, mayClaimVenue, maySeeVenue } from '../venue/venue.policy';
import { AskClaim, ClaimQuestion, ClaimView } from './claim.dto';
import { Claim } from './claim.entity';
import { ClaimQueries, unknownLink } from './claim.queries';
import { aDayBefore, CLAIM_KEPT, claimLife, CLAIMS_PER_DAY, ClaimWay, deadlineOf, LETTERS_PER_DAY, LINK_KEPT } from './claim.rules';

const LAPSED_AT_ONCE = 500;

/** Who says that they hold a place, and how it is proven: its SIRET, its own answer, or an administrator. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly operators: OperatorService,
    private readonly queries: ClaimQueries,
  ) {}

  /** Granted at once to the organisation whose SIRET the place bears; else the place is written to, and administrators see it. */
  ask(actor: Actor, venueId: string, { organisationId }: AskClaim): Promise<ClaimView> {
    return this.db.tx(async () => {
      const venue = await this.operators.locked(venueId);
      if (!venue || !maySeeVenue(actor, venue)) throw notFound('venue');
      if (venue.operatorId !== null && hostOrganisations(actor).includes(venue.operatorId))
        throw conflict('venue.already_yours', 'Votre organisation tient déjà ce lieu.');
      if (!mayClaimVenue(actor, venue)) throw conflict('venue.already_operated', 'Ce lieu est déjà tenu par une organisation.');
      const claimant = await this.claimant(actor, venue, organisationId);
      const waiting = await this.db.em.findOneBy(Claim, { venueId, organisationId: claimant.id, status: 'asked' });
      if (waiting) return this.queries.byId(waiting.id);
      const id = await this.write(actor, venue, claimant.id);
      if (venue.pivot !== null && claimant.siret === venue.pivot) await this.grant(actor, id, 'siret');
      else await this.outbox.publish('venues.claim_asked', { claimId: id });
      return this.queries.byId(id);
    });
  }

  approve(actor: Actor, id: string): Promise<ClaimView> {
    return this.decide(id, () => this.grant(actor, id, 'administrator'));
  }

  refuse(actor: Actor, id: string, reason: string): Promise<ClaimView> {
    return this.decide(id, () => this.close(actor, id, 'refuse', 'administrator', reason));
  }

  /** The answer of the place itself, by the link of its letter. */
  async answer(token: string, answer: 'yes' | 'no'): Promise<ClaimQuestion> {
    const claim = await this.db.em.findOneBy(Claim, { linkToken: token.slice(0, 100) });
    if (!claim) throw unknownLink();
    await this.decide(claim.id, async ({ deadline }) => {
      if (deadline <= this.clock.now()) throw tooLate();
      if (answer === 'yes') await this.grant(null, claim.id, 'mail');
      else await this.close(null, claim.id, 'refuse', 'mail', 'Le lieu a répondu que votre organisation ne le tient pas.');
    });
    return this.queries.question(token);
  }

  /** What nobody has answered in time. */
  @OnJob('venues.lapse_claims')
  lapse(): Promise<void> {
    return this.db.tx(async () => {
      const late = await this.db.query<{ id: string }>(
        `select id from venues.claim where status = 'asked' and deadline <= $1 order by id limit ${LAPSED_AT_ONCE} for no key update skip locked`,
        [this.clock.now()],
      );
      await this.lapseAll(late);
    });
  }

  /** The address written to and the secret of its link are kept as long as somebody may open it; what led to nothing, two years. */
  @OnJob('venues.forget_claims')
  async forget(): Promise<void> {
    const now = this.clock.now();
    await this.db.query(
      `update venues.claim set sent_to = null, link_token = null where link_token is not null and decided_at < $1::timestamptz - interval '${LINK_KEPT}'`,
      [now],
    );
    await this.db.query(
      `delete from venues.claim c using venues.venue v
        where v.id = c.venue_id and c.decided_at < $1::timestamptz - interval '${CLAIM_KEPT}'
          and not (c.status = 'granted' and v.operator_id is not distinct from c.organisation_id)`,
      [now],
    );
  }

  private async claimant(actor: Actor, venue: Venue, asked?: string): Promise<{ id: string; siret: string | null }> {
    const mine = await this.db.query<{ id: string; siret: string | null }>(
      'select id, siret from identity.organisation where id = any($1::uuid[]) and valid_to is null order by id',
      [hostOrganisations(actor)],
    );
    if (asked !== undefined) {
      const chosen = mine.find(({ id }) => id === asked);
      if (!chosen) throw invalid('/organisationId', 'venue.operator_unknown', 'Cette organisation n’est pas la vôtre.');
      return chosen;
    }
    const sameNumber = venue.pivot !== null && mine.find(({ siret }) => siret === venue.pivot);
    const only = sameNumber || (mine.length === 1 && mine[0]);
    if (!only) throw invalid('/organisationId', 'venue.operator_needed', 'Dites pour quelle organisation vous demandez ce lieu.');
    return only;
  }

  /** The letters one place receives, and what one person asks, are bounded: a claim is not a way to bother people. */
  private async write(actor: Actor, venue: Venue, organisationId: string): Promise<string> {
    const askedAt = this.clock.now();
    const recent = (await this.db.one<{ asked: number; letters: number }>(
      `select (select count(*)::int from venues.claim where person_id = $1 and asked_at > $3) as asked,
              (select count(*)::int from venues.claim where venue_id = $2 and sent_to is not null and asked_at > $3) as letters`,
      [actor.personId, venue.id, aDayBefore(askedAt)],
    ))!;
    if (recent.asked >= CLAIMS_PER_DAY)
      throw new Problem(429, 'claim.too_many', 'Vous avez demandé beaucoup de lieux aujourd’hui. Reprenez demain.');
    const sentTo = recent.letters < LETTERS_PER_DAY ? (venue.emails[0] ?? null) : null;
    const linkToken = sentTo && newSecret();
    const added = await this.db.em.insert(Claim, {
      venueId: venue.id, organisationId, personId: actor.personId, sentTo, linkToken, askedAt, deadline: deadlineOf(askedAt),
    });
    const { id } = added.identifiers[0] as { id: string };
    await this.record(actor, 'asked', id, { venueId: venue.id, organisationId });
    return id;
  }

  /** The place first, then its claims: whoever decides does it in this order. */
  private decide(id: string, act: (claim: Claim) => Promise<void>): Promise<ClaimView> {
    return this.db.tx(async () => {
      const known = await this.db.em.findOneBy(Claim, { id });
      if (!known) throw notFound('claim');
      await this.operators.locked(known.venueId);
      const claim = await this.db.em.findOne(Claim, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (claim!.venueId !== known.venueId)
        throw conflict('claim.place_merged', 'Ce lieu vient d’être réuni à un autre\u202f: relisez la demande, puis répondez.');
      if (claim!.status !== 'asked') throw alreadyAnswered(claim!);
      await act(claim!);
      return this.queries.byId(id);
    });
  }

  private async grant(actor: Actor | null, id: string, way: ClaimWay): Promise<void> {
    await this.close(actor, id, 'grant', way);
    const { venueId, organisationId } = await this.db.em.findOneByOrFail(Claim, { id });
    await this.operators.give(actor, venueId, organisationId);
  }

  private async close(actor: Actor | null, id: string, action: 'grant' | 'refuse', way: ClaimWay, reason: string | null = null): Promise<void> {
    const status = claimLife.next('asked', action);
    await this.db.em.update(Claim, id, { status, way, reason, decidedAt: this.clock.now(), decidedBy: actor?.personId ?? null });
    await this.outbox.publish(action === 'grant' ? 'venues.claim_granted' : 'venues.claim_refused', { claimId: id });
    await this.record(actor, status, id, { way });
  }

  private async lapseAll(claims: { id: string }[]): Promise<void> {
    const ids = claims.map(({ id }) => id);
    if (!ids.length) return;
    await this.db.query(`update venues.claim set status = 'lapsed', decided_at = $2 where id = any($1)`, [ids, this.clock.now()]);
    await this.outbox.publish('venues.claim_lapsed', ...ids.map((claimId) => ({ claimId })));
    for (const id of ids) await this.record(null, 'lapsed', id, {});
  }

  private record(actor: Actor | null, action: string, id: string, detail: Record<string, unknown>): Promise<void> {
    return this.audit.record({ actor, action: `venues.claim.${action}`, subjectType: 'claim', subjectId: id, detail });
  }
}

const tooLate = (): Problem =>
  conflict('claim_link.lapsed', 'Le délai de réponse est passé : ce lien ne sert plus. L’organisation peut refaire sa demande.');

const ANSWERED: Record<string, string> = {
  granted: 'Une réponse a déjà été donnée : cette organisation tient le lieu.',
  refused: 'Une réponse a déjà été donnée : la demande est refusée.',
  lapsed: 'Cette demande n’a plus cours : elle n’a pas eu de réponse à temps, ou une autre organisation tient le lieu.',
};
const alreadyAnswered = ({ status }: Claim): Problem => conflict('claim.already_answered', ANSWERED[status]!, { from: status });
