import { dayOf, searchName } from '@app/identity';
import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { AudienceList, ClassificationItem, ClassificationList, ClassificationSearch, FinancingRegimeItem, FinancingRegimeList } from './reference.dto';

const OFFERED = 20;

/** Lists to choose from when a sheet is written. */
@Injectable()
export class TrainingReference {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async classification({ scheme, q = '' }: ClassificationSearch): Promise<ClassificationList> {
    const items = await this.db.query<ClassificationItem>(
      `select code, label from training.classification
        where scheme = $1
          and ((select coalesce(bool_and(position(word in platform.fold(label)) > 0), true) from unnest($2::text[]) as word)
               or ($3 <> '' and starts_with(code, upper($3))))
        order by code collate "C" limit ${OFFERED}`,
      [scheme, searchName(q).split(' ').filter(Boolean), q],
    );
    return { items };
  }

  /** All of them: a rule may begin or end on another day than today. */
  async audiences(): Promise<AudienceList> {
    const items = await this.db.query<AudienceList['items'][number]>(
      `select code, label, valid_from::text as "from", valid_until::text as until from training.audience
        order by array_position(array['A+', 'A', 'B', 'C'], code), label`,
    );
    return { items };
  }

  async financingRegimes(): Promise<FinancingRegimeList> {
    const items = await this.db.query<FinancingRegimeItem>(
      `select code, label, conditions, needs_terms as "needsTerms" from training.financing_regime
        where $1::date between valid_from and coalesce(valid_until, 'infinity') order by needs_terms, label`,
      [dayOf(this.clock.now())],
    );
    return { items };
  }
}
