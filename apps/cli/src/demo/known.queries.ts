import { Clock, Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { EMPLOYERS } from './content/employers';
import { HOST_VENUE, NAMED_VENUES, SUITABLE_TYPOLOGIES, VENUES_PER_DEPARTEMENT } from './content/venues';
import type { DemoCommune, DemoPlace, Known } from './world';

const SMALL_TOWN = 2500;

/** Reads the reference data that a demo year starts from, in a stable order. */
@Injectable()
export class KnownQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<Known> {
    return {
      now: this.clock.now(),
      holidays: await this.holidays(),
      communes: await this.towns(),
      places: await this.places(),
    };
  }

  private async holidays(): Promise<Set<string>> {
    const rows = await this.db.query<{ key: string }>(
      `select territory || '/' || date as key from identity.public_holiday`,
    );
    return new Set(rows.map(({ key }) => key));
  }

  private towns(): Promise<DemoCommune[]> {
    return this.db.query(
      `select code, departement_code as "departementCode" from identity.commune
        where departement_code = any($1) and population >= $2 order by code`,
      [[...new Set(EMPLOYERS.map(({ departementCode }) => departementCode))], SMALL_TOWN],
    );
  }

  /** Published, located, held by nobody, of a kind that welcomes training. */
  private places(): Promise<DemoPlace[]> {
    return this.db.query(
      `select v.id, v.source_id as "sourceId", d.code as "departementCode", d.region_code as "regionCode",
              v.time_zone as "timeZone", d.holiday_territory as "holidayTerritory"
         from venues.venue v join identity.departement d on d.code = v.departement_code
        where v.status = 'published' and v.operator_id is null and v.address is not null and v.commune_code is not null
          and v.latitude is not null and not exists (select 1 from venues.room r where r.venue_id = v.id)
          and (v.source_id = any($1) or (v.departement_code = any($2) and v.typologies && $3))
        order by v.source, v.source_id`,
      [[HOST_VENUE, ...NAMED_VENUES], Object.keys(VENUES_PER_DEPARTEMENT), SUITABLE_TYPOLOGIES],
    );
  }
}
