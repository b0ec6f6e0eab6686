import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { api, body, useIdempotencyKey } from '../../api/client';
import type { BookingPlan, RoomCard } from '../../api/types';
import { Button } from '../../ui/button';
import { Field, Form, FormActions } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { PageHeader } from '../../ui/page-header';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { say } from '../../ui/toasts';
import { wholeSlots } from '../manage/session-values';
import { inputOf, newBooking, type BookRoomValues } from './book-room-values';

import { EquipmentAsks } from './equipment-asks';
import { Plan } from './plan';
import { RoomChoice } from './room-choice';
import { text } from './text';
import { When } from './when';

const repeats = Object.entries(text.repeats).map(([value, label]) => ({ value, label }));

export function BookRoomPage() {
  const form = useForm<BookRoomValues>({ defaultValues: newBooking });
  const [room, setRoom] = useState<RoomCard>();
  const [plan, setPlan] = useState<BookingPlan>();
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { every, date = '', start = '', end = '' } = useWatch({ control: form.control });

  // What one room lends is not what another does.
  const choose = (chosen: RoomCard | undefined) => {
    if (chosen?.id !== room?.id) form.setValue('asks', {});
    setRoom(chosen);
  };

  /** A series is shown before it is booked: the second press books it. */
  const submit = async (values: BookRoomValues) => {
    const params = { path: { id: values.roomId } };
    const input = inputOf(values);
    if (values.every && !plan)
      return setPlan(await body(api.POST('/rooms/{id}/bookings/preview', { params, body: input })));
    const { bookingIds } = await body(api.POST('/rooms/{id}/bookings', { params, headers, body: input }));
    await queries.invalidateQueries({ queryKey: ['bookings'] });
    await navigate({ to: '/gestion/reservations' });
    say(text.done(bookingIds.length));
  };

  return (
    <>
      <PageHeader
        title={text.newTitle}
        lead={text.newLead}
        crumbs={[{ label: text.title, to: '/gestion/reservations' }]}
      />
      <div onChange={() => setPlan(undefined)}>
        <Form form={form} onSubmit={submit}>
          <Field name="purpose" required={text.purposeMissing}>
            {(f) => <TextField label={text.purpose} hint={text.purposeHint} maxLength={120} {...f} />}
          </Field>
          <When />
          <Field<number> name="people">
            {(f) => <NumberField label={text.people} minValue={1} maxValue={1000} {...f} />}
          </Field>
          <RoomChoice chosen={room} onChoose={choose} />
          {room && <EquipmentAsks room={room} slots={wholeSlots([{ date, start, end }])} />}
          <Field name="every">
            {(f) => (
              <Select
                label={text.repeat}
                options={repeats}
                {...f}
                onChange={(value) => {
                  setPlan(undefined);
                  f.onChange(value);
                }}
              />
            )}
          </Field>
          {every && (
            <Field<number> name="times">
              {(f) => <NumberField label={text.times} minValue={2} maxValue={60} {...f} />}
            </Field>
          )}
          {plan && <Plan plan={plan} />}
          <FormActions>
            <Button type="submit" isPending={form.formState.isSubmitting}>
              {every && !plan ? text.preview : text.submit}
            </Button>
          </FormActions>
        </Form>
      </div>
    </>
  );
}
