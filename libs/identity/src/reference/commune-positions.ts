import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';

interface Position {
  code: string;
  lat: number;
  lon: number;
}

/** Where communes are, for what has a commune and no position of its own. */
@Injectable()
export class CommunePositions {
  constructor(private readonly db: Database) {}

  /** Joins the caller’s transaction; places the communes that the gazetteer does not know. */
  async place(positions: Position[]): Promise<void> {
    await this.db.query(
      `update identity.commune c set lat = p.lat, lon = p.lon
         from jsonb_to_recordset($1::jsonb) as p(code text, lat double precision, lon double precision)
        where c.code = p.code and c.lat is null`,
      [JSON.stringify(positions)],
    );
  }
}
