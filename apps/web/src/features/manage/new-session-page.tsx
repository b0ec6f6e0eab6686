import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { api, body, useIdempotencyKey } from '../../api/client';
import type { RoomCard, SeriesInput, SeriesPlan, TrainerCard } from '../../api/types';
import { Button } from '../../ui/button';
import { DateField } from '../../ui/date-field';
import { Field, Form, FormActions } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { PageHeader } from '../../ui/page-header';
import { say } from '../../ui/toasts';
import { EquipmentAsks } from '../bookings/equipment-asks';
import type { ChosenSlot } from '../schedule/choose-slot';
import { Clashes } from '../schedule/clashes';
import { poolQuery, roomById } from '../schedule/queries';
import { repeatOf } from '../schedule/repeat-values';
import { SeriesFields } from '../schedule/series-fields';
import { Series } from '../schedule/series-plan';
import { SlotFinder } from '../schedule/slot-finder';
import { text as planning } from '../schedule/text';
import { CourseField } from './course-field';
import { managedCourseQuery } from './queries';
import { RoomField } from './room-field';
import { draftOf, inputOf, newSession, wholeSlots, type SessionValues } from './session-values';
import { text } from './session-text';
import { SlotFields } from './slot-fields';
import { TrainersField } from './trainers-field';

const route = getRouteApi('/gestion/sessions/nouvelle');
const paris = 'Europe/Paris';

/** From a course to a session that is prepared, in one sitting: found with the slots that are free, or told directly. */
export function NewSessionPage() {
  const { formation = '' } = route.useSearch();
  const form = useForm<SessionValues>({ defaultValues: newSession(formation) });
  const [room, setRoom] = useState<RoomCard>();
  const [trainers, setTrainers] = useState<TrainerCard[]>([]);
  const [plan, setPlan] = useState<SeriesPlan>();
  const programme = useRef<HTMLDivElement>(null);
  const headers = useIdempotencyKey();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const values = useWatch({ control: form.control }) as SessionValues;
  const slots = wholeSlots(values.slots);
  const course = useQuery({ ...managedCourseQuery(values.courseId), enabled: values.courseId !== '' }).data;
  const isSeries = values.isRepeated;

  // What one room lends is not what another does.
  const choose = (chosen: RoomCard | undefined) => {
    if (chosen?.id !== room?.id) form.setValue('asks', {});
    setRoom(chosen);
  };

  const take = async (slot: ChosenSlot) => {
    const [card, pool] = await Promise.all([roomById(slot.roomId), queries.ensureQueryData(poolQuery)]);
    setRoom(card);
    setTrainers(pool.filter(({ id }) => slot.trainerIds.includes(id)));
    form.setValue('slots', slot.slots);
    form.setValue('roomId', slot.roomId);
    form.setValue('trainerIds', slot.trainerIds);
    form.setValue('asks', slot.asks);
    setPlan(undefined);
    say(planning.taken);
    programme.current?.focus();
    programme.current?.scrollIntoView();
  };

  const create = async (typed: SessionValues) => {
    const params = { path: { id: typed.courseId } };
    const input = inputOf(typed, room?.venue.timeZone ?? paris);
    if (isSeries) return prepareSeries(params, { ...input, repeat: repeatOf(typed), keep: typed.keep });
    const { code } = await body(api.POST('/courses/{id}/sessions', { params, headers, body: input }));
    await queries.invalidateQueries({ queryKey: ['sessions'] });
    await navigate({ to: '/gestion/sessions/$code', params: { code } });
    say(text.created);
  };

  /** A series is shown before it is prepared: the second press prepares it. */
  const prepareSeries = async (params: { path: { id: string } }, asked: SeriesInput) => {
    if (!plan) return setPlan(await body(api.POST('/courses/{id}/series/preview', { params, body: asked })));
    const { sessions } = await body(api.POST('/courses/{id}/series', { params, headers, body: asked }));
    await queries.invalidateQueries({ queryKey: ['sessions'] });
    await navigate({ to: '/gestion/sessions' });
    say(planning.seriesDone(sessions.filter(({ code }) => code !== null).length));
  };

  return (
    <>
      <PageHeader title={text.newTitle} lead={text.newLead} crumbs={[{ label: text.title, to: '/gestion/sessions' }]} />
      <Form form={form} onSubmit={create}>
        <div className="stack stack-12">
          <Field name="courseId" required={text.courseMissing}>
            {(f) => <CourseField {...f} />}
          </Field>
          <Seats />
          <SlotFinder theme={course?.theme} competencies={course?.competencies ?? []} onTake={take} />
          <div ref={programme} tabIndex={-1} className="stack stack-12" onChange={() => setPlan(undefined)}>
            <SlotFields />
            <RoomField slots={slots} chosen={room} onChoose={choose} />
            {room && <EquipmentAsks room={room} slots={slots} />}
            <TrainersField slots={slots} timeZone={room?.venue.timeZone} theme={course?.theme} chosen={trainers} onChoose={setTrainers} />
            <SeriesFields />
          </div>
          {isSeries ? plan && <Series plan={plan} /> : <Clashes draft={draftOf(values)} />}
        </div>
        <FormActions>
          <Button type="submit" isPending={form.formState.isSubmitting}>
            {!isSeries ? text.save : plan ? planning.prepareSeries : planning.preview}
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
