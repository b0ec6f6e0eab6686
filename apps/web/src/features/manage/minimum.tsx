import { api, body, ifMatch } from '../../api/client';
import type { SessionDetail } from '../../api/types';
import { DateField } from '../../ui/date-field';
import { EditForm } from '../../ui/edit-form';
import { Field } from '../../ui/form';
import { NumberField } from '../../ui/number-field';
import { text } from './session-text';

interface MinimumValues {
  minSeats: number;
  decideBy: string;
}
const valuesOf = ({ minSeats, decideBy }: SessionDetail): MinimumValues => ({ minSeats, decideBy: decideBy ?? '' });

/** The fewest people with whom it is held, and the day by which to decide. */
export function Minimum({ session }: { session: SessionDetail }) {
  const save = ({ minSeats, decideBy }: MinimumValues, base: SessionDetail) =>
    body(
      api.PATCH('/sessions/{id}/minimum', {
        params: { path: { id: session.id }, header: ifMatch(base.version) },
        body: { minSeats, decideBy: (minSeats > 0 && decideBy) || undefined },
      }),
    );
  return (
    <EditForm
      loaded={session}
      valuesOf={valuesOf}
      save={save}
      reload={() => body(api.GET('/sessions/{code}', { params: { path: { code: session.code } } }))}
      label={text.minimumSave}
      done={text.minimumSaved}
      variant="secondary"
    >
      <Field<number> name="minSeats">
        {(f) => <NumberField label={text.minSeats} minValue={0} maxValue={500} {...f} />}
      </Field>
      <Field name="decideBy">{(f) => <DateField label={text.decideBy} hint={text.decideByHint} {...f} />}</Field>
    </EditForm>
  );
}
