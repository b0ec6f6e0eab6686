import { join } from 'node:path';
import { Database } from '@app/platform';
import { VenueImport } from '@app/venues';
import { Injectable } from '@nestjs/common';

const DIRECTORIES = [
  { producer: 'hinaura', path: ['lieux-aura-lo2', 'lieux-aura.csv'] },
  { producer: 'mediation-numerique', path: ['lieux-mednum-mit', 'lieux-multi-producteurs.csv'] },
];

/** Brings in the directories that the product ships; what is already there is left as it is. */
@Injectable()
export class RealPlaces {
  constructor(
    private readonly db: Database,
    private readonly venues: VenueImport,
  ) {}

  async load(): Promise<void> {
    for (const { producer, path } of DIRECTORIES) {
      if (await this.db.one('select 1 from venues.venue where source = $1 limit 1', [producer])) continue;
      await this.venues.run({ producer, path: join(process.cwd(), 'data', ...path), apply: true });
    }
  }
}
