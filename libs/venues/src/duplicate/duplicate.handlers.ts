import { OnEvent } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { DuplicateFinder } from './duplicate.finder';

@Injectable()
export class DuplicateHandlers {
  constructor(private readonly finder: DuplicateFinder) {}

  /** A place made by hand is compared when it comes into view. */
  @OnEvent('venues.venue_published')
  async onPublished({ venueId }: { venueId: string }): Promise<void> {
    await this.finder.proposeFor(venueId);
  }
}
