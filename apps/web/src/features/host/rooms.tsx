import { Accessibility, CalendarCheck, DoorOpen, Pencil, Plus, Users } from 'lucide-react';
import { useState } from 'react';
import type { Room, VenueDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { EmptyState, List, Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { AddRoom, EditRoom } from './room-form';
import { text } from './text';

export function Rooms({ venue }: { venue: VenueDetail }) {
  return (
    <section className="stack stack-6" aria-labelledby="rooms">
      <h2 id="rooms">{text.roomsTitle}</h2>
      {venue.rooms.length === 0 ? (
        <EmptyState icon={DoorOpen} title={text.noRoomsTitle}>
          {text.noRooms}
        </EmptyState>
      ) : (
        <List label={text.roomsTitle}>
          {venue.rooms.map((room) => (
            <RoomRow key={room.id} room={room} venue={venue} />
          ))}
        </List>
      )}
      <Adding venueId={venue.id} />
    </section>
  );
}

function RoomRow({ room, venue }: { room: Room; venue: VenueDetail }) {
  const [isOpen, setOpen] = useState(false);
  const name = text.editRoomOf(room.name);
  return (
    <Row
      title={<h3>{room.name}</h3>}
      meta={
        <>
          <Meta icon={Users}>{text.seats(room.capacity)}</Meta>
          <Meta icon={Accessibility}>{room.wheelchairAccess ? text.wheelchair : text.notWheelchair}</Meta>
          <Meta icon={CalendarCheck}>{room.autoConfirm ? text.autoConfirmed : text.answered}</Meta>
        </>
      }
      actions={
        <>
          <Button variant="secondary" icon={Pencil} aria-label={name} onPress={() => setOpen(true)}>
            {text.editRoom}
          </Button>
          <Dialog title={name} isOpen={isOpen} onClose={() => setOpen(false)}>
            <EditRoom room={room} venueId={venue.id} onDone={() => setOpen(false)} />
          </Dialog>
        </>
      }
    >
      {room.equipment.length > 0 && <p className="small">{room.equipment.join(' · ')}</p>}
    </Row>
  );
}

function Adding({ venueId }: { venueId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button variant="secondary" icon={Plus} onPress={() => setOpen(true)}>
        {text.addRoom}
      </Button>
      <Dialog title={text.addRoom} isOpen={isOpen} onClose={() => setOpen(false)}>
        <AddRoom venueId={venueId} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}
