import { Actor, Audit, Clock, conflict, Database, ifMatch, invalid, notFound } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { EquipmentService } from '../equipment/equipment.service';
import { Venue } from '../venue/venue.entity';
import { mayManageVenue } from '../venue/venue.policy';
import { emptyWindow, windowsColumn } from './auto-confirm.rules';
import { CreateRoom, EditRoom, RoomView } from './room.dto';
import { Room } from './room.entity';
import { ROOM } from './room.sql';

interface KnownRoom {
  venueId: string;
  retiredAt: Date | null;
  version: number;
  operatorId: string | null;
  venueStatus: string;
  timeZone: string;
}

@Injectable()
export class RoomService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly equipment: EquipmentService,
  ) {}

  create(actor: Actor, venueId: string, { equipment = [], ...asked }: CreateRoom): Promise<RoomView> {
    return this.db.tx(async () => {
      const venue = await this.db.em.findOneBy(Venue, { id: venueId });
      if (!venue || !mayManageVenue(actor, venue)) throw notFound('venue');
      const created = await this.db.em.insert(Room, { ...columnsOf(asked), venueId });
      const { id } = created.identifiers[0] as { id: string };
      if (equipment.length) await this.equipment.replace({ venueId, roomId: id, timeZone: venue.timeZone }, equipment, '/equipment');
      return this.recorded(actor, 'created', id);
    });
  }

  edit(actor: Actor, id: string, version: number, { equipment, ...change }: EditRoom): Promise<RoomView> {
    return this.change(actor, id, 'edited', async (room) => {
      ifMatch(version, room.version);
      if (equipment) await this.equipment.replace({ ...room, roomId: id }, equipment, '/equipment');
      return columnsOf(change);
    });
  }

  /** No longer lent. Its bookings to come must be answered, moved or cancelled first; those it has had are kept. */
  retire(actor: Actor, id: string): Promise<RoomView> {
    return this.change(actor, id, 'retired', async (room) => {
      if (room.retiredAt) throw conflict('room.already_retired', 'Cette salle est déjà retirée.');
      const now = this.clock.now();
      // Two rooms retired at once must not leave the place without any.
      await this.db.query('select 1 from venues.venue where id = $1 for no key update', [room.venueId]);
      const left = await this.db.one<{ bookings: number; rooms: number }>(
        `select (select count(*)::int from venues.booking where room_id = $1 and status in ('held', 'confirmed') and upper(period) > $2) as bookings,
                (select count(*)::int from venues.room where venue_id = $3 and retired_at is null and id <> $1) as rooms`,
        [id, now, room.venueId],
      );
      if (left!.bookings > 0)
        throw conflict(
          'room.has_bookings',
          `Cette salle a encore ${left!.bookings} réservation${left!.bookings > 1 ? 's' : ''} à venir. Répondez-y, déplacez-les ou annulez-les d’abord.`,
          { bookings: left!.bookings },
        );
      if (left!.rooms === 0 && room.venueStatus === 'published')
        throw conflict('room.last', 'C’est la dernière salle d’un lieu publié. Ajoutez-en une autre, ou retirez le lieu.');
      return { retiredAt: now };
    });
  }

  restore(actor: Actor, id: string): Promise<RoomView> {
    return this.change(actor, id, 'restored', async (room) => {
      if (!room.retiredAt) throw conflict('room.not_retired', 'Cette salle est déjà proposée.');
      return { retiredAt: null };
    });
  }

  private change(
    actor: Actor,
    id: string,
    action: string,
    decide: (room: KnownRoom) => Promise<Partial<Room>>,
  ): Promise<RoomView> {
    return this.db.tx(async () => {
      const room = await this.db.one<KnownRoom>(
        `select r.venue_id as "venueId", r.retired_at as "retiredAt", r.version,
                v.operator_id as "operatorId", v.status as "venueStatus", v.time_zone as "timeZone"
           from venues.room r join venues.venue v on v.id = r.venue_id where r.id = $1 for no key update of r`,
        [id],
      );
      if (!room || !mayManageVenue(actor, room)) throw notFound('room');
      await this.db.em.update(Room, id, { ...(await decide(room)), version: room.version + 1 });
      return this.recorded(actor, action, id);
    });
  }

  private async recorded(actor: Actor, action: string, id: string): Promise<RoomView> {
    await this.audit.record({ actor, action: `venues.room.${action}`, subjectType: 'room', subjectId: id });
    return (await this.db.one<RoomView>(`select ${ROOM} from venues.room r where r.id = $1`, [id]))!;
  }
}

/** What the database keeps of it: a rate goes with a connection, windows become minutes of the week. */
function columnsOf<T extends Omit<EditRoom, 'equipment'>>({ autoConfirmWindows, ...rest }: T) {
  if (rest.connectionMbps && rest.connectionKind === 'aucune')
    throw invalid('/connectionMbps', 'room.connection', 'Une salle sans connexion n’a pas de débit.');
  const noRate = rest.connectionKind === 'aucune' || rest.connectionKind === null ? { connectionMbps: null } : {};
  if (!autoConfirmWindows) return { ...rest, ...noRate };
  const empty = emptyWindow(autoConfirmWindows);
  if (empty >= 0)
    throw invalid(`/autoConfirmWindows/${empty}/end`, 'room.window_empty', 'L’heure de fin doit suivre l’heure de début.');
  return { ...rest, ...noRate, autoConfirmHours: windowsColumn(autoConfirmWindows) };
}
