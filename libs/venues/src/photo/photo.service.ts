import { Actor, Audit, Clock, conflict, Database, ifMatch, notFound, OnJob, Storage } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import { mayManageVenue } from '../venue/venue.policy';
import { develop, Developed } from './develop';
import { altOf, fileKey, PHOTO_SIZES } from './image.rules';
import { DescribePhoto, OrderPhotos, PhotoList } from './photo.dto';
import { MAX_PHOTOS, Photo } from './photo.entity';
import { PhotoQueries } from './photo.queries';

/** How long a removed photo can be brought back, and an interrupted sending is left alone. */
const KEPT_DAYS = 7;
const SWEPT_AT_ONCE = 200;

@Injectable()
export class PhotoService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly storage: Storage,
    private readonly queries: PhotoQueries,
  ) {}

  /** Reads the file only once the actor is known to manage the place. */
  async add(actor: Actor, venueId: string, read: () => Promise<{ bytes: Buffer } & DescribePhoto>): Promise<PhotoList> {
    await this.managed(actor, venueId);
    const { bytes, alt, decorative = false } = await read();
    const described = altOf(alt, decorative);
    const image = await develop(bytes);
    const id = await this.announce(actor, venueId, described, image);
    for (const { size, content } of image.files) await this.storage.put(fileKey(id, size), content);
    await this.db.query('update venues.photo set ready_at = $2 where id = $1', [id, this.clock.now()]);
    return this.queries.of(actor, venueId);
  }

  describe(actor: Actor, id: string, version: number, { alt, decorative = false }: DescribePhoto): Promise<PhotoList> {
    return this.change(actor, id, 'described', async (photo) => {
      ifMatch(version, photo.version);
      await this.db.em.update(Photo, id, { alt: altOf(alt, decorative), version: version + 1 });
    });
  }

  order(actor: Actor, venueId: string, { ids }: OrderPhotos): Promise<PhotoList> {
    return this.db.tx(async () => {
      await this.managed(actor, venueId, true);
      const shown = await this.db.query<{ id: string }>(
        'select id from venues.photo where venue_id = $1 and removed_at is null',
        [venueId],
      );
      if (shown.length !== ids.length || shown.some(({ id }) => !ids.includes(id)))
        throw conflict('photo.order_changed', 'Les photos de ce lieu viennent de changer. Rechargez la page.');
      await this.db.query(
        `update venues.photo p set position = o.position - 1, version = version + 1
           from unnest($2::uuid[]) with ordinality as o (id, position) where p.id = o.id and p.venue_id = $1`,
        [venueId, ids],
      );
      return this.queries.of(actor, venueId);
    });
  }

  /** Out of sight at once; its files are kept a week, so that it can be brought back. */
  remove(actor: Actor, id: string): Promise<PhotoList> {
    return this.change(actor, id, 'removed', async (photo) => {
      if (photo.removedAt) return;
      await this.db.em.update(Photo, id, { removedAt: this.clock.now(), version: photo.version + 1 });
      await this.db.query(
        'update venues.photo set position = position - 1 where venue_id = $1 and removed_at is null and position > $2',
        [photo.venueId, photo.position],
      );
    });
  }

  /** Brings a removed photo back, after the others. */
  restore(actor: Actor, id: string): Promise<PhotoList> {
    return this.change(actor, id, 'restored', async (photo) => {
      if (!photo.removedAt) return;
      const position = await this.nextPosition(photo.venueId);
      await this.db.em.update(Photo, id, { removedAt: null, position, version: photo.version + 1 });
    });
  }

  /** Takes away the files first: a row that outlives them is swept again, a file that outlives its row would stay for good. */
  @OnJob('venues.sweep_photos')
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * 86_400_000);
    const gone = await this.db.query<{ id: string }>(
      `select id from venues.photo where (ready_at is null or removed_at is not null)
          and coalesce(removed_at, added_at) < $1 order by id limit ${SWEPT_AT_ONCE}`,
      [before],
    );
    for (const { id } of gone) for (const size of PHOTO_SIZES) await this.storage.delete(fileKey(id, size));
    await this.db.query('delete from venues.photo where id = any($1)', [gone.map(({ id }) => id)]);
  }

  private announce(actor: Actor, venueId: string, alt: string, { width, height }: Developed): Promise<string> {
    return this.db.tx(async () => {
      await this.managed(actor, venueId, true);
      const added = await this.db.em.insert(Photo, {
        venueId, alt, width, height, position: await this.nextPosition(venueId), addedAt: this.clock.now(),
      });
      const { id } = added.identifiers[0] as { id: string };
      await this.record(actor, 'added', id);
      return id;
    });
  }

  private async nextPosition(venueId: string): Promise<number> {
    const { n } = (await this.db.one<{ n: number }>(
      'select count(*)::int as n from venues.photo where venue_id = $1 and removed_at is null',
      [venueId],
    ))!;
    if (n >= MAX_PHOTOS)
      throw conflict('photo.too_many', `Un lieu a ${MAX_PHOTOS} photos au plus. Retirez-en une d’abord.`);
    return n;
  }

  private change(actor: Actor, id: string, action: string, act: (photo: Photo) => Promise<void>): Promise<PhotoList> {
    return this.db.tx(async () => {
      const known = await this.db.em.findOneBy(Photo, { id });
      if (!known) throw notFound('photo');
      await this.managed(actor, known.venueId, true, 'photo');
      const photo = await this.db.em.findOneBy(Photo, { id });
      if (!photo?.readyAt) throw notFound('photo');
      await act(photo);
      await this.record(actor, action, id);
      return this.queries.of(actor, photo.venueId);
    });
  }

  /** The place holds the order of its photos: whoever changes it locks the place. */
  private async managed(actor: Actor, venueId: string, forChange = false, noun = 'venue'): Promise<void> {
    const venue = await this.db.em.findOne(Venue, {
      where: { id: venueId },
      ...(forChange && { lock: { mode: 'for_no_key_update' as const } }),
    });
    if (!venue || !mayManageVenue(actor, venue)) throw notFound(noun);
  }

  private record(actor: Actor, action: string, id: string): Promise<void> {
    return this.audit.record({ actor, action: `venues.photo.${action}`, subjectType: 'photo', subjectId: id });
  }
}
