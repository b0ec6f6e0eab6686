import {
  Accessibility,
  CalendarCheck,
  CalendarDays,
  DoorOpen,
  Pencil,
  Plus,
  Users,
  Wifi,
} from 'lucide-react';
import { useState } from 'react';
import { api, body } from '../../api/client';
import type { Room, VenueDetail } from '../../api/types';
import { Button, LinkButton } from '../../ui/button';
import { clock } from '../../ui/dates';
import { Decision, useAct } from '../../ui/decision';
import { Dialog } from '../../ui/dialog';
import { EmptyState, List, Row } from '../../ui/list';
import { Meta } from '../../ui/meta';
import { Notice } from '../../ui/notice';
import { Status } from '../../ui/status';
import { text as kit } from '../../ui/text';
import { accommodationLabels, connectionLabel, equipmentLabel } from '../venues/room-labels';
import { AddRoom, EditRoom } from './room-form';
import { text } from './room-text';
import { SharedEquipment } from './shared-equipment';

export function Rooms({ venue }: { venue: VenueDetail }) {
  return (
    <section className="stack stack-6" aria-labelledby="rooms">
      <h2 id="rooms" className="visually-hidden">{text.title}</h2>
      <div className="section-head">
        <h2 id="rooms">{text.title}</h2>
        {venue.rooms.length > 0 && (
          <LinkButton
            to="/hote/lieux/$id/calendrier"
            params={{ id: venue.id }}
            variant="secondary"
            icon={CalendarDays}
          >
            {text.calendar}
          </LinkButton>
        )}
      </div>
      {venue.rooms.length === 0 ? (
        <EmptyState icon={DoorOpen} title={text.noneTitle}>
          {text.none}
        </EmptyState>
      ) : (
        <List label={text.title}>
          {venue.rooms.map((room) => (
            <RoomRow key={room.id} room={room} venue={venue} />
          ))}
        </List>
      )}
      <Adding venueId={venue.id} />
      {venue.rooms.length > 0 && <SharedEquipment venue={venue} />}
    </section>
  );
}

function RoomRow({ room, venue }: { room: Room; venue: VenueDetail }) {
  const details = [
    ...room.accommodations.map((code) => accommodationLabels[code]),
    ...room.equipment.map(equipmentLabel),
  ];
  const connection = connectionLabel(room);
  return (
    <Row
      title={<h3>{room.name}</h3>}
      meta={
        <>
          <Meta icon={Users}>{text.seats(room.capacity)}</Meta>
          <Meta icon={Accessibility}>{room.wheelchairAccess ? text.wheelchair : text.notWheelchair}</Meta>
          {connection && <Meta icon={Wifi}>{connection}</Meta>}
          <Meta icon={CalendarCheck}>{answerOf(room)}</Meta>
        </>
      }
      status={room.retiredAt && <Status>{text.retired}</Status>}
      actions={room.retiredAt ? <Restore room={room} /> : <Actions room={room} venueId={venue.id} />}
    >
      {details.length > 0 && <p className="small">{details.join(' · ')}</p>}
    </Row>
  );
}

function answerOf({ autoConfirm, autoConfirmWindows }: Room): string {
  if (!autoConfirm) return text.answered;
  const windows = autoConfirmWindows.map(({ day, start, end }) =>
    text.windowLine(text.days[day - 1] ?? '', clock(start), end === '00:00' ? text.midnight : clock(end)),
  );
  return windows.length > 0 ? text.autoConfirmedAt(windows.join(', ')) : text.autoConfirmed;
}

function Actions({ room, venueId }: { room: Room; venueId: string }) {
  const [isOpen, setOpen] = useState(false);
  const name = text.editOf(room.name);
  return (
    <>
      <Button variant="secondary" icon={Pencil} aria-label={name} onPress={() => setOpen(true)}>
        {text.edit}
      </Button>
      <Dialog title={name} isOpen={isOpen} onClose={() => setOpen(false)}>
        <EditRoom room={room} venueId={venueId} onDone={() => setOpen(false)} />
      </Dialog>
      <Decision
        label={text.retire}
        name={text.retireOf(room.name)}
        variant="quiet"
        title={text.retireTitle(room.name)}
        act={() => body(api.POST('/rooms/{id}/retire', { params: { path: { id: room.id } } }))}
        done={text.retireDone}
        isDestructive
      >
        <p>{text.retireEffect}</p>
        <p>{text.retireUndo}</p>
      </Decision>
    </>
  );
}

function Restore({ room: { id, name } }: { room: Room }) {
  const restoring = useAct({
    act: () => body(api.POST('/rooms/{id}/restore', { params: { path: { id } } })),
    done: text.restoreDone,
  });
  return (
    <>
      <Button
        variant="secondary"
        aria-label={text.restoreOf(name)}
        onPress={() => restoring.mutate()}
        isPending={restoring.isPending}
      >
        {text.restore}
      </Button>
      {restoring.error && (
        <Notice tone="error" title={kit.error}>
          {restoring.error.message}
        </Notice>
      )}
    </>
  );
}

function Adding({ venueId }: { venueId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button variant="secondary" icon={Plus} onPress={() => setOpen(true)}>
        {text.add}
      </Button>
      <Dialog title={text.add} isOpen={isOpen} onClose={() => setOpen(false)}>
        <AddRoom venueId={venueId} onDone={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}
