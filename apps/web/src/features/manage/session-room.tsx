import { useQueryClient } from '@tanstack/react-query';
import { DoorOpen } from 'lucide-react';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { api, body } from '../../api/client';
import type { RoomCard, SessionDetail, Slot } from '../../api/types';
import { Button } from '../../ui/button';
import { clock, dateTime, isPast, localDate } from '../../ui/dates';
import { Dialog } from '../../ui/dialog';
import { Form, FormActions } from '../../ui/form';
import { List, Row } from '../../ui/list';
import { Notice } from '../../ui/notice';
import { Status } from '../../ui/status';
import { Timeline } from '../../ui/timeline';
import { say } from '../../ui/toasts';
import { asksOf } from '../bookings/asks';
import { BookingChanges } from '../bookings/booking-changes';
import { EquipmentAsks } from '../bookings/equipment-asks';
import '../bookings/bookings.css';
import { RoomField } from './room-field';
import { isLive } from './session-steps';
import { text } from './session-text';

const tones = { confirmed: 'good', held: 'neutral', none: 'bad' } as const;

/** Each half-day with its room: it may move, the room may be given back, or another one chosen for those to come. */
export function SessionRoom({ session }: { session: SessionDetail }) {
  const lacks = isLive(session) && session.slots.some(({ room }) => room === 'none');
  return (
    <section className="stack stack-6" aria-labelledby="session-room">
      <h2 id="session-room">{text.programme}</h2>
      {lacks && (
        <Notice tone="warning" title={text.noRoomTitle}>
          {text.noRoomNotice}
        </Notice>
      )}
      <List label={text.programme}>
        {session.slots.map((slot) => (
          <Row
            key={slot.id}
            title={<h3 className="sentence">{text.slotWhen(localDate(slot.date), clock(slot.start), clock(slot.end))}</h3>}
            status={<Status tone={tones[slot.room]}>{text.roomStates[slot.room]}</Status>}
            actions={
              isLive(session) &&
              isToCome(slot) && (
                <div className="half-day-actions">
                  <BookingChanges booking={bookingOf(session, slot)} isQuiet />
                </div>
              )
            }
          />
        ))}
      </List>
      {isLive(session) && <ChooseRoom session={session} />}
      {session.changes.length > 0 && <Changes session={session} />}
    </section>
  );
}

const isToCome = ({ booking }: Slot): boolean => booking !== null && !isPast(booking.endsAt);

const bookingOf = (session: SessionDetail, { booking }: Slot) => ({
  ...booking!,
  kind: 'session' as const,
  purpose: session.course.title,
  timeZone: session.timeZone,
  roomId: session.room.id,
  venueId: session.venue.id,
  actions: ['move', 'cancel'] as const,
});

function ChooseRoom({ session }: { session: SessionDetail }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div>
      <Button variant="secondary" icon={DoorOpen} onPress={() => setOpen(true)}>
        {text.chooseRoom}
      </Button>
      <Dialog title={text.chooseRoom} isOpen={isOpen} onClose={close}>
        <ChooseRoomForm session={session} onDone={close} />
      </Dialog>
    </div>
  );
}

interface RoomValues {
  roomId: string;
  capacity: number;
  asks: Record<string, number>;
}

function ChooseRoomForm({ session, onDone }: { session: SessionDetail; onDone: () => void }) {
  const form = useForm<RoomValues>({ defaultValues: { roomId: '', capacity: session.capacity, asks: {} } });
  const { roomId } = useWatch({ control: form.control });
  const [room, setRoom] = useState<RoomCard>();
  const queries = useQueryClient();
  const choosing = (chosen: RoomCard | undefined) => {
    form.setValue('asks', {});
    setRoom(chosen);
  };
  const choose = async (values: RoomValues) => {
    const request = { params: { path: { id: session.id } }, body: { roomId: values.roomId, equipment: asksOf(values.asks) } };
    await body(api.POST('/sessions/{id}/room', request));
    onDone();
    await queries.invalidateQueries();
    say(text.roomChosen);
  };
  return (
    <Form form={form} onSubmit={choose}>
      <p>{text.chooseRoomLead}</p>
      <RoomField slots={session.slots} chosen={room} onChoose={choosing} />
      {room && room.id === roomId && <EquipmentAsks key={room.id} room={room} slots={session.slots} />}
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.chooseRoom}
        </Button>
      </FormActions>
    </Form>
  );
}

function Changes({ session: { changes, timeZone } }: { session: SessionDetail }) {
  return (
    <>
      <h3>{text.changes}</h3>
      <Timeline
        steps={changes.map((change) => ({
          key: change.changedAt,
          title: text.changed[change.what],
          at: change.changedAt,
          note: (
            <>
              <p>{text.changedFrom(change.roomName, change.venueName, dateTime(change.startsAt, timeZone))}</p>
              {change.fromTrainers.length > 0 && <p>{text.replacedBy(change.fromTrainers, change.toTrainers)}</p>}
              {change.reason && <p>{change.reason}</p>}
              {change.by && <p className="hint">{text.changedBy(change.by)}</p>}
            </>
          ),
        }))}
      />
    </>
  );
}
