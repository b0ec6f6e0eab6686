import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import type { PlanningItem, PlanningRow, SessionDetail } from '../../api/types';
import { Button } from '../../ui/button';
import { Field, Form, FormActions } from '../../ui/form';
import { Loaded } from '../../ui/loaded';
import { Notice } from '../../ui/notice';
import { Select } from '../../ui/select';
import { say } from '../../ui/toasts';
import { When } from '../bookings/when';
import { sessionQuery } from '../catalogue/queries';
import { Clashes } from '../schedule/clashes';
import { venueQuery } from '../venues/queries';
import { whenOf } from './board';
import { draftOf, isSame, type Target } from './moving';
import { saveMove } from './save-move';
import { text } from './text';

interface MoveProps {
  item: PlanningItem;
  /** Where it was dropped; where it is otherwise. */
  to?: Target;
  /** Of the planning: rooms of other places may be among them. */
  rows: PlanningRow[];
  onDone: () => void;
  onCancel: () => void;
}

/** The path that needs no mouse: day, hours and room, with what stands in the way and who will be told, then a confirmation. */
export function MoveForm(props: MoveProps) {
  const query = useQuery(sessionQuery(props.item.code));
  return <Loaded query={query}>{(session) => <Fields {...props} session={session} />}</Loaded>;
}

function Fields({ item, to, rows, session, onDone, onCancel }: MoveProps & { session: SessionDetail }) {
  const now: Target = { date: item.date, start: item.start, end: item.end, roomId: item.roomId };
  const form = useForm<Target>({ defaultValues: to ? { date: to.date, start: to.start, end: to.end, roomId: to.roomId } : now });
  const asked = { ...now, ...useWatch({ control: form.control }) };
  const queries = useQueryClient();
  const rooms = useRooms(item, rows);
  const isWhole = asked.date > '2000' && asked.start !== '' && asked.start < asked.end;
  const isMoved = isWhole && !isSame(now, asked);
  const isElsewhere = rooms.find(({ id }) => id === asked.roomId)?.venueId !== item.venueId;

  const submit = async (values: Target) => {
    try {
      await saveMove(item.booking!, values);
    } catch (error) {
      // Somebody else may have moved it: what is shown behind must be true.
      void queries.invalidateQueries({ queryKey: ['planning'] });
      throw error;
    }
    await queries.invalidateQueries();
    onDone();
    say(text.moved(whenOf(values)));
  };
  return (
    <Form form={form} onSubmit={submit} refusal={text.refusal}>
      <p>{text.now(whenOf(item), text.place(item.venueName, item.roomName))}</p>
      <When />
      <Field name="roomId">
        {(f) => <Select label={text.roomField} hint={text.roomHint} options={rooms.map(({ id, label }) => ({ value: id, label }))} {...f} />}
      </Field>
      {isMoved ? <Clashes draft={draftOf(session, item.slotId, asked)} /> : <p className="hint">{text.unchanged}</p>}
      {isMoved && isElsewhere && <p>{text.elsewhere}</p>}
      {isMoved && <Told session={session} item={item} />}
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting} isDisabled={!isMoved}>
          {text.confirm}
        </Button>
        <Button variant="quiet" onPress={onCancel}>
          {text.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}

function Told({ session, item }: { session: SessionDetail; item: PlanningItem }) {
  const people = session.capacity - session.seatsLeft + session.waitingCount;
  const names = item.trainers.map(({ displayName }) => displayName);
  return <Notice title={text.toldTitle}>{item.status === 'draft' ? text.toldDraft : text.told(names, people)}</Notice>;
}

interface RoomChoice {
  id: string;
  venueId: string;
  label: string;
}

/** Those of the place, then those of the planning on the same clock; with enough seats, and the one it has. */
function useRooms({ venueId, venueName, roomId, capacity, timeZone }: PlanningItem, rows: PlanningRow[]): RoomChoice[] {
  const here = useQuery(venueQuery(venueId)).data?.rooms ?? [];
  const known = [
    ...here.filter(({ retiredAt }) => !retiredAt).map((room) => ({ ...room, venueId, venueName })),
    ...rows.flatMap(({ id, name, place }) => (place && place.timeZone === timeZone ? [{ id, name, capacity: place.capacity, venueId: place.id, venueName: place.name }] : [])),
  ];
  const fit = known.filter((room) => room.capacity >= capacity || room.id === roomId);
  return [...new Map(fit.map((room) => [room.id, { id: room.id, venueId: room.venueId, label: text.roomOption(room.name, room.venueName, room.capacity) }])).values()];
}
