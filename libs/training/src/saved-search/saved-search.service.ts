import { Actor, type CalendarFeedView, Clock, conflict, Config, Database, ifMatch, invalid, newCalendarAddress, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { MatchQueries } from '../search/match.queries';
import type { EditSearch, SavedSearchView, SaveSearch } from './saved-search.dto';
import { SavedSearch } from './saved-search.entity';
import { SavedSearchQueries } from './saved-search.queries';
import { asksNothing, MOST_SEARCHES } from './saved-search.rules';

/** Searches belong to who keeps them: for anyone else they are absent. */
@Injectable()
export class SavedSearchService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly match: MatchQueries,
    private readonly queries: SavedSearchQueries,
  ) {}

  mine(actor: Actor): Promise<SavedSearchView[]> {
    return this.queries.mine(actor.personId);
  }

  /** Keeps a search; its news begin now. */
  async save(actor: Actor, { name, filters, rhythm }: SaveSearch): Promise<SavedSearchView> {
    if (asksNothing(filters)) throw invalid('/filters', 'saved_search.empty', 'Choisissez au moins un mot ou un filtre : cette recherche dirait tout le catalogue.');
    await this.match.check(filters);
    const now = this.clock.now();
    return this.db.tx(async () => {
      const place = await this.freePlace(actor);
      const { identifiers } = await this.db.em.insert(SavedSearch, {
        personId: actor.personId, place, name, filters: { ...filters } as never, rhythm, toldAt: now, createdAt: now,
      });
      return this.queries.one(String(identifiers[0]!.id));
    });
  }

  edit(actor: Actor, id: string, asked: number, { name, rhythm }: EditSearch): Promise<SavedSearchView> {
    return this.db.tx(async () => {
      const search = await this.lock(actor, id);
      ifMatch(asked, search.version);
      // What happened while one wanted no news is not news any more.
      const restarts = search.rhythm === 'never' && rhythm !== undefined && rhythm !== 'never';
      await this.db.em.update(SavedSearch, id, { name, rhythm, version: search.version + 1, ...(restarts && { toldAt: this.clock.now() }) });
      return this.queries.one(id);
    });
  }

  /** Takes it off the list, with its mails and its calendar; it may be put back. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.db.tx(async () => {
      await this.lock(actor, id);
      await this.db.em.update(SavedSearch, id, { removedAt: this.clock.now() });
    });
  }

  restore(actor: Actor, id: string): Promise<SavedSearchView> {
    return this.db.tx(async () => {
      const search = await this.db.em.findOne(SavedSearch, { where: { id, personId: actor.personId }, lock: { mode: 'for_no_key_update' } });
      if (!search) throw notFound('saved_search');
      if (search.removedAt) await this.db.em.update(SavedSearch, id, { removedAt: null, place: await this.freePlace(actor) });
      return this.queries.one(id);
    });
  }

  /** Draws a new secret address for calendars; the old one answers nothing from now on. */
  renewFeed(actor: Actor, id: string): Promise<CalendarFeedView> {
    return this.db.tx(async () => {
      await this.lock(actor, id);
      const { url, hash } = newCalendarAddress(`${this.config.PUBLIC_URL}/api/v1/search-calendars`);
      const feedSince = this.clock.now();
      await this.db.em.update(SavedSearch, id, { feedHash: hash, feedSince });
      return { createdAt: feedSince, url };
    });
  }

  stopFeed(actor: Actor, id: string): Promise<void> {
    return this.db.tx(async () => {
      await this.lock(actor, id);
      await this.db.em.update(SavedSearch, id, { feedHash: null, feedSince: null });
    });
  }

  private async freePlace({ personId }: Actor): Promise<number> {
    const free = await this.db.one<{ place: number }>(
      `select n as place from generate_series(1, ${MOST_SEARCHES}) n
        where not exists (select from training.saved_search where person_id = $1 and place = n and removed_at is null) order by n limit 1`,
      [personId],
    );
    if (!free) throw conflict('saved_search.most', `Vous gardez déjà ${MOST_SEARCHES} recherches : supprimez-en une pour enregistrer celle-ci.`);
    return free.place;
  }

  private async lock(actor: Actor, id: string): Promise<SavedSearch> {
    const search = await this.db.em.findOne(SavedSearch, { where: { id, personId: actor.personId }, lock: { mode: 'for_no_key_update' } });
    if (!search || search.removedAt) throw notFound('saved_search');
    return search;
  }
}
