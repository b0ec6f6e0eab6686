import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { api, body, useIdempotencyKey } from '../../api/client';
import type { RoomCard } from '../../api/types';
import { Button } from '../../ui/button';
import { DateField } from '../../ui/date-field';
import { Field, Form, FormActions } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { PageHeader } from '../../ui/page-header';
import { say } from '../../ui/toasts';
import { EquipmentAsks } from '../bookings/equipment-asks';
import { CourseField } from './course-field';
import { managedCourseQuery } from './queries';
import { RoomField } from './room-field';
import { inputOf, newSession, wholeSlots, type SessionValues } from './session-values';
import { text } from './session-text';
import { SlotFields } from './slot-fields';
import { TrainersField } from './trainers-field';

const route = getRouteApi('/gestion/sessions/nouvelle');
const paris = 'Europe/Paris';

export function NewSessionPage() {
  const { formation = '' } = route.useSearch();
  const form = useForm<SessionValues>({ defaultValues: newSession(formation) });
  const [room, setRoom] = useState<RoomCard>();
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const slots = wholeSlots(useWatch({ control: form.control, name: 'slots' }));
  const courseId = useWatch({ control: form.control, name: 'courseId' });
  const course = useQuery({ ...managedCourseQuery(courseId), enabled: courseId !== '' }).data;

  // What one room lends is not what another does.
  const choose = (chosen: RoomCard | undefined) => {
    if (chosen?.id !== room?.id) form.setValue('asks', {});
    setRoom(chosen);
  };

  const create = async (values: SessionValues) => {
    const params = { path: { id: values.courseId } };
    const input = inputOf(values, room?.venue.timeZone ?? paris);
    const { code } = await body(api.POST('/courses/{id}/sessions', { params, headers, body: input }));
    await queries.invalidateQueries({ queryKey: ['sessions'] });
    await navigate({ to: '/gestion/sessions/$code', params: { code } });
    say(text.created);
  };

  return (
    <>
      <PageHeader title={text.newTitle} lead={text.newLead} crumbs={[{ label: text.title, to: '/gestion/sessions' }]} />
      <Form form={form} onSubmit={create}>
        <div className="stack stack-12">
          <Field name="courseId" required={text.courseMissing}>
            {(f) => <CourseField {...f} />}
          </Field>
          <SlotFields />
          <Seats />
          <RoomField slots={slots} chosen={room} onChoose={choose} />
          {room && <EquipmentAsks room={room} slots={slots} />}
          <TrainersField slots={slots} timeZone={room?.venue.timeZone} theme={course?.theme} />
        </div>
        <FormActions>
          <Button type="submit" isPending={form.formState.isSubmitting}>
            {text.save}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}

function Seats() {
  return (
    <section className="stack stack-6" aria-labelledby="seats">
      <h2 id="seats">{text.seatsTitle}</h2>
      <Field<number> name="capacity">
        {(f) => <NumberField label={text.capacity} minValue={1} maxValue={500} {...f} />}
      </Field>
      <Field<number> name="minSeats">
        {(f) => <NumberField label={text.minSeats} minValue={0} maxValue={500} {...f} />}
      </Field>
      <Field name="enrolmentClosesAt">
        {(f) => <DateField label={text.closesOn} hint={text.closesOnHint} {...f} />}
      </Field>
    </section>
  );
}
