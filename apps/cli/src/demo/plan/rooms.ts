import { delegationOf } from '../content/partners';
import { HOST_ROOMS, HOST_VENUE, NAMED_VENUES, ROOMS, VENUES_PER_DEPARTEMENT } from '../content/venues';
import type { DemoPlace, World } from '../world';

export interface Room {
  id: string;
  venue: DemoPlace;
  delegation: string;
  name: string;
  capacity: number;
  isHosts: boolean;
}

export interface RoomRow {
  id: string;
  venue_id: string;
  name: string;
  capacity: number;
  wheelchair_access: boolean;
  accommodations: string[];
  connection_kind: string;
  connection_mbps: number;
  auto_confirm: boolean;
}

export interface EquipmentRow {
  id: string;
  venue_id: string;
  room_id: string;
  name: string;
  quantity: number;
}

/** The host's place with its two rooms, and about sixty other places with one or two. */
export function planRooms(world: World) {
  const rows: RoomRow[] = [];
  const equipment: EquipmentRow[] = [];
  const rooms: Room[] = [];
  for (const venue of choosePlaces(world)) {
    const random = world.random(`venue/${venue.sourceId}`);
    const isHosts = venue.sourceId === HOST_VENUE;
    for (const room of isHosts ? HOST_ROOMS : random.shuffled(ROOMS).slice(0, random.int(1, 2))) {
      const id = world.id('room', `${venue.sourceId}/${room.name}`);
      rows.push({
        id,
        venue_id: venue.id,
        name: room.name,
        capacity: room.capacity,
        wheelchair_access: isHosts || random.chance(0.8),
        accommodations: isHosts ? ['toilettes-adaptees', 'stationnement-pmr'] : [],
        connection_kind: 'fibre',
        connection_mbps: isHosts ? 300 : 100,
        auto_confirm: !isHosts,
      });
      for (const thing of room.equipment)
        equipment.push({ ...thing, id: world.id('equipment', `${venue.sourceId}/${room.name}/${thing.name}`), venue_id: venue.id, room_id: id });
      rooms.push({
        id,
        venue,
        delegation: delegationOf(venue.regionCode),
        name: room.name,
        capacity: room.capacity,
        isHosts,
      });
    }
  }
  return { rows, equipment, rooms, hostVenueId: rooms.find(({ isHosts }) => isHosts)!.venue.id };
}

function choosePlaces(world: World): DemoPlace[] {
  const named = world.known.places.filter(
    ({ sourceId }) => sourceId === HOST_VENUE || NAMED_VENUES.includes(sourceId),
  );
  const others = Object.entries(VENUES_PER_DEPARTEMENT).flatMap(([departement, count]) => {
    const there = world.known.places.filter(
      (place) => place.departementCode === departement && !named.includes(place),
    );
    return world.random(`places/${departement}`).shuffled(there).slice(0, count);
  });
  return [...named, ...others];
}
