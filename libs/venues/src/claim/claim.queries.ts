import { Actor, cursorId, Database, page, Page, Problem } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { hostOrganisations } from '../venue/venue.policy';
import { ClaimQuestion, ClaimSearch, ClaimView } from './claim.dto';
import { maskedAddress } from './claim.rules';

const VIEW = `select c.id, c.status, c.way, c.sent_to as "sentTo", c.asked_at as "askedAt", c.deadline, c.decided_at as "decidedAt", c.reason,
    jsonb_build_object('id', v.id, 'slug', v.slug, 'name', v.name, 'address', v.address, 'postalCode', v.postal_code, 'communeName', v.commune_name) as venue,
    jsonb_build_object('id', o.id, 'name', o.name, 'siret', o.siret) as organisation, p.given_name || ' ' || p.family_name as "askedBy"
  from venues.claim c join venues.venue v on v.id = c.venue_id join identity.organisation o on o.id = c.organisation_id
    join identity.person p on p.id = c.person_id`;

const view = (row: ClaimView): ClaimView => ({ ...row, sentTo: row.sentTo && maskedAddress(row.sentTo) });

export const unknownLink = (): Problem =>
  new Problem(404, 'claim_link.unknown', 'Ce lien n’est pas reconnu. Reprenez celui du courriel, en entier, sans rien y changer.');

@Injectable()
export class ClaimQueries {
  constructor(private readonly db: Database) {}

  /** What one's organisations have asked for, the latest first. */
  mine(actor: Actor, search: ClaimSearch): Promise<Page<ClaimView>> {
    return this.list(hostOrganisations(actor), search);
  }

  /** What anyone has asked for, the latest first: for administrators. */
  all(search: ClaimSearch): Promise<Page<ClaimView>> {
    return this.list(null, search);
  }

  async byId(id: string): Promise<ClaimView> {
    return view((await this.db.one<ClaimView>(`${VIEW} where c.id = $1`, [id]))!);
  }

  async question(token: string): Promise<ClaimQuestion> {
    const row = await this.db.one<ClaimView>(`${VIEW} where c.link_token = $1`, [token.slice(0, 100)]);
    if (!row) throw unknownLink();
    const { status, venue, organisation, askedBy, askedAt, deadline } = row;
    return { status, venue, organisationName: organisation.name, askedBy, askedAt, deadline };
  }

  private async list(organisations: string[] | null, { status, limit, cursor }: ClaimSearch): Promise<Page<ClaimView>> {
    const rows = await this.db.query<ClaimView>(
      `${VIEW} where ($1::uuid[] is null or c.organisation_id = any($1)) and ($2::text is null or c.status = $2)
         and ($3::uuid is null or c.id < $3) order by c.id desc limit $4`,
      [organisations, status ?? null, cursorId(cursor), limit + 1],
    );
    const { items, nextCursor } = page(rows, limit, ({ id }) => [id]);
    return { items: items.map(view), nextCursor };
  }
}
