import { useMutation, useQuery } from '@tanstack/react-query';
import { CalendarSearch, Plus, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { api, body } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import type { CommonSlots } from '../../api/types';
import { Button } from '../../ui/button';
import { Checkbox, RadioGroup } from '../../ui/choice';
import { DateField, TimeField } from '../../ui/date-field';
import { Field } from '../../ui/form';
import { ManyField } from '../../ui/many-field';
import { Notice } from '../../ui/notice';
import { NumberField } from '../../ui/number-field';
import { Select } from '../../ui/select';
import { TextField } from '../../ui/text-field';
import { optionsOf, themes } from '../catalogue/labels';
import { CommuneField } from '../reference/commune-field';
import { searchOf, type FindValues } from './find-values';
import { placesQuery, poolQuery } from './queries';
import type { ChosenSlot } from './choose-slot';
import { SlotResults } from './slot-results';
import { text } from './text';

const FIRST = 20;

interface Asking {
  courseId: string;
  capacity: number;
  find: FindValues;
}

interface Named {
  id: string;
  code: string;
  label: string;
}

interface SlotFinderProps {
  /** The speciality looked for unless another is told: the theme of the course. */
  theme?: string;
  /** Those of the course. */
  competencies: Named[];
  onTake: (slot: ChosenSlot) => Promise<void>;
}

/** When a room, trainers and equipment are free together: part of the form of a session, which it fills. */
export function SlotFinder({ theme, competencies, onTake }: SlotFinderProps) {
  const { getValues, setError, clearErrors } = useFormContext<Asking>();
  const [limit, setLimit] = useState(FIRST);
  const search = useMutation({
    mutationFn: (most: number): Promise<CommonSlots> => {
      const { courseId, capacity, find } = getValues();
      setLimit(most);
      clearErrors();
      return body(api.POST('/schedule/slots', { body: searchOf(find, { courseId, capacity, theme, competencies: competencies.map(({ id }) => id), limit: most }) }));
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem)) return;
      for (const { pointer, detail } of error.errors) {
        const name = pointer.slice(1).replace(/\/\d+$/, '').replaceAll('/', '.');
        setError((['courseId', 'capacity'].includes(name) ? name : `find.${name}`) as 'courseId', { type: 'server', message: detail }, { shouldFocus: true });
      }
    },
  });
  // Enter looks for slots: it does not prepare a session.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.target.getAttribute('role') === 'combobox') return;
    event.preventDefault();
    search.mutate(FIRST);
  };
  return (
    <section className="sheet stack stack-8" aria-labelledby="find">
      <div>
        <h2 id="find">{text.find}</h2>
        <p className="hint">{text.findHint}</p>
      </div>
      <div className="stack stack-8" onKeyDown={onKeyDown}>
        <When />
        <Where />
        <Who theme={theme} competencies={competencies} />
        <Things />
        <Field<boolean> name="find.outsideHours">{(f) => <Checkbox label={text.outsideHours} hint={text.outsideHoursHint} {...f} />}</Field>
      </div>
      {search.error && (
        <Notice tone="error" title={search.error.message}>
          {search.error instanceof ApiProblem && search.error.errors.map(({ detail }) => <p key={detail}>{detail}</p>)}
        </Notice>
      )}
      <div>
        <Button variant="secondary" icon={CalendarSearch} isPending={search.isPending} onPress={() => search.mutate(FIRST)}>
          {text.search}
        </Button>
      </div>
      {search.data && <SlotResults found={search.data} together={getValues('find.trainers')} onTake={onTake} onMore={limit < 100 ? () => search.mutate(100) : undefined} />}
    </section>
  );
}

function When() {
  return (
    <>
      <div className="form-row">
        <Field name="find.from">{(f) => <DateField label={text.from} {...f} />}</Field>
        <Field name="find.until">{(f) => <DateField label={text.until} {...f} />}</Field>
      </div>
      <Field<number> name="find.halfDays">{(f) => <NumberField label={text.halfDays} minValue={1} maxValue={10} {...f} />}</Field>
      <fieldset className="stack">
        <legend className="label">{text.hours}</legend>
        <p className="hint">{text.hoursHint}</p>
        {(['morning', 'afternoon'] as const).map((half) => (
          <div key={half} role="group" aria-label={text[half]} className="form-row">
            <Field name={`find.${half}.start`}>{(f) => <TimeField label={`${text[half]}, ${text.starts.toLowerCase()}`} {...f} />}</Field>
            <Field name={`find.${half}.end`}>{(f) => <TimeField label={`${text[half]}, ${text.ends.toLowerCase()}`} {...f} />}</Field>
          </div>
        ))}
      </fieldset>
    </>
  );
}

function Where() {
  const where = useWatch<Asking, 'find.where'>({ name: 'find.where' });
  const places = useQuery({ ...placesQuery, enabled: where === 'named' }).data;
  return (
    <>
      <Field name="find.where">{(f) => <RadioGroup label={text.where} options={optionsOf(text.ways)} {...f} />}</Field>
      {where === 'near' ? (
        <div className="form-row">
          <Field name="find.commune">{(f) => <CommuneField label={text.commune} {...f} />}</Field>
          <Field<number> name="find.radius">{(f) => <NumberField label={text.radius} minValue={1} maxValue={200} {...f} />}</Field>
        </div>
      ) : (
        <Field<string[]> name="find.venueIds">
          {(f) => (
            <ManyField
              label={text.venues}
              hint={text.venuesHint}
              options={(places ?? []).map(({ id, name, communeName }) => ({ value: id, label: [name, communeName].filter(Boolean).join(', ') }))}
              {...f}
            />
          )}
        </Field>
      )}
    </>
  );
}

function Who({ theme, competencies }: Pick<SlotFinderProps, 'theme' | 'competencies'>) {
  const who = useWatch<Asking, 'find.who'>({ name: 'find.who' });
  const pool = useQuery({ ...poolQuery, enabled: who === 'named' }).data;
  return (
    <>
      <Field name="find.who">{(f) => <RadioGroup label={text.who} options={optionsOf(text.whoWays)} {...f} />}</Field>
      {who === 'competencies' && <Taught competencies={competencies} />}
      {who === 'speciality' && (
        <Field name="find.speciality">{(f) => <Select label={text.speciality} options={optionsOf(themes)} {...f} value={f.value || (theme ?? '')} />}</Field>
      )}
      {who === 'named' && (
        <Field<string[]> name="find.trainerIds">
          {(f) => <ManyField label={text.trainers} options={(pool ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))} {...f} />}
        </Field>
      )}
      <Field<number> name="find.trainers">{(f) => <NumberField label={text.together} minValue={1} maxValue={6} {...f} />}</Field>
    </>
  );
}

function Taught({ competencies }: Pick<SlotFinderProps, 'competencies'>) {
  if (competencies.length === 0) return <p>{text.noCompetencies}</p>;
  return (
    <Field<string[] | null> name="find.competencyIds">
      {(f) => (
        <ManyField
          label={text.competencies}
          hint={text.competenciesHint}
          options={competencies.map(({ id, code, label }) => ({ value: id, label: `${code} ${label}` }))}
          {...f}
          value={competencies.map(({ id }) => id).filter((id) => f.value == null || f.value.includes(id))}
        />
      )}
    </Field>
  );
}

function Things() {
  const { fields, append, remove } = useFieldArray<Asking, 'find.equipment'>({ name: 'find.equipment' });
  return (
    <fieldset className="stack">
      <legend className="label">{text.equipment}</legend>
      {fields.map((field, index) => (
        <div key={field.id} role="group" aria-label={text.thing(index + 1)} className="form-row">
          <Field name={`find.equipment.${index}.name`}>{(f) => <TextField label={text.thingName} hint={text.thingHint} maxLength={100} {...f} />}</Field>
          <Field<number> name={`find.equipment.${index}.quantity`}>{(f) => <NumberField label={text.quantity} minValue={1} maxValue={1000} {...f} />}</Field>
          <Button variant="quiet" icon={Trash2} aria-label={text.removeThingOf(index + 1)} onPress={() => remove(index)}>
            {text.removeThing}
          </Button>
        </div>
      ))}
      <div>
        <Button variant="quiet" icon={Plus} onPress={() => append({ name: '', quantity: 1 })}>
          {text.addThing}
        </Button>
      </div>
    </fieldset>
  );
}
