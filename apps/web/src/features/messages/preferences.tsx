import { useForm } from 'react-hook-form';
import { api, body } from '../../api/client';
import type { MyPreferences, Rhythm } from '../../api/types';
import { queryClient } from '../../app/query-client';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { clock, zoneName } from '../../ui/dates';
import { Field, Form, FormActions } from '../../ui/form';
import { Select } from '../../ui/select';
import { say } from '../../ui/toasts';
import { preferencesQuery } from './queries';
import { text } from './text';

interface Values {
  kinds: Rhythm[];
  isNight: boolean;
  from: string;
  until: string;
  sundays: boolean;
}

const rhythms = (Object.keys(text.rhythms) as Rhythm[]).map((value) => ({ value, label: text.rhythms[value] }));
const wholeHours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
const hours = (chosen: string) => [...new Set([...wholeHours, chosen])].sort().map((value) => ({ value, label: clock(value) }));

export function PreferencesForm({ loaded: { kinds, quiet, timeZone } }: { loaded: MyPreferences }) {
  const form = useForm<Values>({
    defaultValues: {
      kinds: kinds.map(({ rhythm }) => rhythm), isNight: quiet.from !== null, from: quiet.from ?? '20:00', until: quiet.until ?? '07:00', sundays: quiet.sundays,
    },
  });
  const isNight = form.watch('isNight');
  const save = async ({ sundays, ...values }: Values) => {
    const night = values.isNight ? { from: values.from, until: values.until } : { from: null, until: null };
    const chosen = kinds.map(({ kind }, index) => ({ kind, rhythm: values.kinds[index]! }));
    const saved = await body(api.PUT('/me/message-preferences', { body: { kinds: chosen, quiet: { ...night, sundays } } }));
    queryClient.setQueryData(preferencesQuery.queryKey, saved);
    say(text.saved);
  };
  return (
    <Form form={form} onSubmit={save}>
      {kinds.length > 0 && <p>{text.rhythmsLead}</p>}
      {kinds.map(({ kind }, index) => (
        <Field<Rhythm> key={kind} name={`kinds.${index}`}>
          {(f) => <Select label={text.kinds[kind] ?? kind} options={rhythms} {...f} />}
        </Field>
      ))}
      <p className="soft small">{text.always}</p>
      <h3>{text.quiet}</h3>
      <Field<boolean> name="isNight">{(f) => <Checkbox label={text.night} {...f} />}</Field>
      {isNight && (
        <div className="cluster">
          <Field name="from">{(f) => <Select label={text.from} options={hours(f.value)} {...f} />}</Field>
          <Field name="until">{(f) => <Select label={text.until} options={hours(f.value)} {...f} />}</Field>
        </div>
      )}
      <Field<boolean> name="sundays">{(f) => <Checkbox label={text.sundays} {...f} />}</Field>
      <p className="soft small">{text.quietHint(zoneName(timeZone))}</p>
      <FormActions>
        <Button type="submit" isPending={form.formState.isSubmitting}>
          {text.save}
        </Button>
      </FormActions>
    </Form>
  );
}
