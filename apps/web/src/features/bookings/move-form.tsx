import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { api, body, ifMatch, useIdempotencyKey } from '../../api/client';
import type { BookingCard } from '../../api/types';
import { Button } from '../../ui/button';
import { Field, Form, FormActions } from '../../ui/form';
import { Select } from '../../ui/select';
import { say } from '../../ui/toasts';
import { venueQuery } from '../venues/queries';
import { Availability, useAvailability } from './availability';
import { localDay, localHour } from './local';
import { text } from './text';
import { When } from './when';

/** What is enough to move a booking. */
export type Movable = Pick<BookingCard, 'id' | 'version' | 'kind' | 'startsAt' | 'endsAt' | 'timeZone' | 'roomId' | 'venueId'>;

interface MoveFormProps {
  booking: Movable;
  /** Its host: the hours of a session are not theirs. */
  asHost: boolean;
  onDone: () => void;
}

/** A room of the place and a time, with what stands in the way said before anything is saved. */
export function MoveForm({ booking, asHost, onDone }: MoveFormProps) {
  const { id, version, kind, startsAt, endsAt, timeZone, roomId, venueId } = booking;
  const now = { date: localDay(startsAt, timeZone), start: localHour(startsAt, timeZone), end: localHour(endsAt, timeZone) };
  const form = useForm({ defaultValues: { ...now, roomId } });
  const asked = { ...now, roomId, ...useWatch({ control: form.control }) };
  const queries = useQueryClient();
  const headers = useIdempotencyKey();
  const rooms = (useQuery(venueQuery(venueId)).data?.rooms ?? []).filter((room) => !room.retiredAt || room.id === roomId);
  const available = useAvailability(asked.roomId, asked, id);
  const isSession = kind === 'session';
  const isLater = asked.date !== now.date || asked.start !== now.start || asked.end !== now.end;
  const isElsewhere = isLater || asked.roomId !== roomId;
  const proposes = isSession && asHost && isLater;

  const move = async (values: typeof asked) => {
    const params = { path: { id } };
    if (proposes) await body(api.POST('/session-bookings/{id}/propose', { params, headers, body: values }));
    else if (isSession) await body(api.PATCH('/session-bookings/{id}', { params: { ...params, header: ifMatch(version) }, body: values }));
    else await body(api.PATCH('/bookings/{id}', { params: { ...params, header: ifMatch(version) }, body: values }));
    onDone();
    await queries.invalidateQueries();
    say(proposes ? text.proposeDone : text.moveDone);
  };
  return (
    <Form form={form} onSubmit={move}>
      <p>{isSession ? (asHost ? text.hostSessionRule : text.sessionRule) : asHost ? text.hostMoveRule : text.moveRule}</p>
      {rooms.length > 1 && (
        <Field name="roomId">
          {(f) => (
            <Select
              label={text.room}
              hint={isSession ? text.sessionRoomHint : undefined}
              options={rooms.map((room) => ({ value: room.id, label: text.roomOption(room.name, room.capacity) }))}
              {...f}
            />
          )}
        </Field>
      )}
      <When />
      {isElsewhere && <Availability of={available} asksHost={!asHost} />}
      {proposes && <p>{text.proposeEffect}</p>}
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {proposes ? text.propose : text.move}
        </Button>
      </FormActions>
    </Form>
  );
}
