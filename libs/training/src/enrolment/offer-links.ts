import { permissionsOf } from '@app/identity';
import { Actor, Clock, conflict, Database, notFound, Problem, SignedLinks } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { EnrolmentService } from './enrolment.service';
import type { OfferAnswerInput, OfferAnswerView } from './offer.dto';
import { type Offered, offerOutcome } from './offer.rules';

const PURPOSE = 'training.offer';
/** How long a link still tells what was said, after the offer. */
const READABLE_MS = 30 * 86_400_000;

type Known = Offered & Omit<OfferAnswerView, 'outcome'> & { agentId: string; isActive: boolean; offers: number };
interface About {
  /** Which of the offers made to this request the letter tells. */
  offers: number;
}

/** Links by which an agent takes or leaves, from the letter, the seat that the waiting list offers them. */
@Injectable()
export class OfferLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: SignedLinks,
    private readonly enrolments: EnrolmentService,
  ) {}

  /** A new token for this offer and its agent; null when there is nothing to answer any more. */
  async issue(enrolmentId: string, recipientId: string): Promise<string | null> {
    const offer = await this.known(enrolmentId);
    if (!offer || offer.agentId !== recipientId || offerOutcome(offer, this.clock.now()) !== null) return null;
    return this.links.issue({ purpose: PURPOSE, subjectId: enrolmentId, recipientId, about: { offers: offer.offers }, until: new Date(offer.offerUntil!.getTime() + READABLE_MS) });
  }

  async read(token: string): Promise<OfferAnswerView> {
    return this.view(await this.open(token));
  }

  /** Answers once. A second answer is told what the first one was. */
  async answer({ token, decision, reason }: OfferAnswerInput, version: number): Promise<OfferAnswerView> {
    const offer = await this.open(token);
    const outcome = offerOutcome(offer, this.clock.now());
    if (outcome !== null) throw conflict('answer.already', outcome);
    if (offer.version !== version) throw new Problem(412, 'answer.changed', 'Cette proposition a changé depuis que vous l’avez lue. Relisez-la, puis répondez.');
    const actor = new Actor(offer.agentId, offer.agentName, [], permissionsOf(['agent']));
    if (decision === 'accept') await this.enrolments.accept(actor, offer.id);
    else await this.enrolments.decline(actor, offer.id, reason);
    return this.view((await this.known(offer.id))!);
  }

  /** What the link tells of, whose agent may still sign in; else it is as if it had never been. */
  private async open(token: string): Promise<Known & { id: string }> {
    const { subjectId: id, recipientId, about } = await this.links.open<About>(PURPOSE, token);
    const offer = await this.known(id);
    if (!offer?.isActive || offer.agentId !== recipientId) throw notFound('answer_link');
    // Another offer was made since: this letter is of one that ended.
    if (offer.offers !== about.offers) throw new Problem(410, 'answer.expired', 'Ce lien concerne une proposition précédente. Répondez depuis le courriel le plus récent.');
    return { ...offer, id };
  }

  private view({ number, agentName, sessionCode, courseTitle, venueName, communeName, timeZone, startsAt, endsAt, offerUntil, version, ...offer }: Known): OfferAnswerView {
    const outcome = offerOutcome({ ...offer, offerUntil, timeZone }, this.clock.now());
    return { number, agentName, sessionCode, courseTitle, venueName, communeName, timeZone, startsAt, endsAt, offerUntil, version, outcome };
  }

  private known(id: string): Promise<Known | undefined> {
    return this.db.one<Known>(
      `select e.number, e.status, e.version, e.offer_until as "offerUntil", e.agent_id as "agentId", p.active as "isActive", p.given_name || ' ' || p.family_name as "agentName",
              s.code as "sessionCode", c.title as "courseTitle", v.name as "venueName", v.commune_name as "communeName", s.time_zone as "timeZone", s.starts_at as "startsAt", s.ends_at as "endsAt",
              (select h.action from training.enrolment_event h where h.enrolment_id = e.id order by h.at desc, h.id desc limit 1) as "lastAction",
              (select count(*)::int from training.enrolment_event h where h.enrolment_id = e.id and h.action = 'offer') as offers
         from training.enrolment e join identity.person p on p.id = e.agent_id join training.session s on s.id = e.session_id join training.course c on c.id = s.course_id join venues.venue v on v.id = s.venue_id
        where e.id = $1`,
      [id],
    );
  }
}
