import { Actor, Audit, Database, ifMatch, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Venue } from '../venue/venue.entity';
import { mayManageVenue } from '../venue/venue.policy';
import { CreateRoom, EditRoom, RoomView } from './room.dto';
import { Room } from './room.entity';

@Injectable()
export class RoomService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
  ) {}

  create(actor: Actor, venueId: string, asked: CreateRoom): Promise<RoomView> {
    return this.db.tx(async () => {
      const venue = await this.venue(venueId);
      if (!venue || !mayManageVenue(actor, venue)) throw notFound('venue');
      const created = await this.db.em.insert(Room, { ...asked, venueId });
      const { id } = created.identifiers[0] as { id: string };
      return this.recorded(actor, 'created', id);
    });
  }

  edit(actor: Actor, id: string, version: number, change: EditRoom): Promise<RoomView> {
    return this.db.tx(async () => {
      const room = await this.db.em.findOne(Room, { where: { id }, lock: { mode: 'for_no_key_update' } });
      const venue = room && (await this.venue(room.venueId));
      if (!venue || !mayManageVenue(actor, venue)) throw notFound('room');
      ifMatch(version, room.version);
      await this.db.em.update(Room, id, { ...change, version: version + 1 });
      return this.recorded(actor, 'edited', id);
    });
  }

  private venue(id: string): Promise<Venue | null> {
    return this.db.em.findOneBy(Venue, { id });
  }

  private async recorded(actor: Actor, action: string, id: string): Promise<RoomView> {
    await this.audit.record({ actor, action: `venues.room.${action}`, subjectType: 'room', subjectId: id });
    const { venueId: _venueId, ...room } = await this.db.em.findOneByOrFail(Room, { id });
    return room;
  }
}
