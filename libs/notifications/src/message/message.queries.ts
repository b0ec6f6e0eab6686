import { cursorId, Database, page, PageQuery } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { MessagePage, MessageView } from './message.dto';
import { deliveryOf } from './message.rules';

type Row = Omit<MessageView, 'delivery'> & { notBefore: Date | null; printSince: Date | null; printedAt: Date | null };

@Injectable()
export class MessageQueries {
  constructor(private readonly db: Database) {}

  /** What the person was told, the latest first. */
  async ofPerson(personId: string, { limit, cursor }: PageQuery): Promise<MessagePage> {
    const before = cursorId(cursor);
    const rows = await this.db.query<Row>(
      `select id, template, subject, body, link_label as "linkLabel", link_path as "linkPath", created_at as "createdAt",
              sent_at as "sentAt", attempts, error, not_before as "notBefore", print_since as "printSince", printed_at as "printedAt"
         from notifications.message
        where person_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [personId, before, limit + 1],
    );
    return page(rows.map(view), limit, ({ id }) => [id]);
  }
}

const view = ({ notBefore, printSince, printedAt, ...shown }: Row): MessageView => ({
  ...shown,
  delivery: deliveryOf({ ...shown, notBefore, printSince, printedAt }),
});
